import PlaybookCore
import PlaybookModel

/// Makes the files of a site that change if only the texts of some chapters change: their pages, their sources, the pages for printing that
/// contain them, and the search. All other files would be the same as in the existing site (`KeptChapters.face`).
///
/// - Parameters:
///   - kept: what is unchanged. This must include the chapter of the home page.
///   - others: as in `writeSite`.
/// - Returns: what the next site can use again.
/// - Throws: `FileError` if an asset cannot be read or a file cannot be written.
package func writeChangedPages(
    of library: Library, with templates: SiteTemplates, asOf: CalendarDate, changes: [String: LastChange],
    keeping kept: KeptSite, beginning begin: (SiteStep, Int?) -> Void = { _, _ in },
    to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void
) async throws(FileError) -> KeptSearch {
    begin(.plan, nil)
    // The files of assets exist already; only their names are needed.
    let pages = try await SitePages(
        of: library, with: templates, asOf: asOf, plan: nil, changes: changes, isForFewPages: true,
        assetsTo: nil)
    let (prints, tree) = (pages.builder.prints, pages.builder.tree)
    let changed = Set(
        tree.pages.indices.filter { index in
            tree.pages[index].chapter.map { !kept.unchanged.contains($0.path) } ?? false
        })
    begin(.pages, changed.count)
    try await writeEach(changed.sorted(), to: write, pages.page)
    let sections = prints.sections.filter { section in
        prints.pages(of: section).contains(where: changed.contains)
    }
    begin(.print, sections.count)
    for section in sections { try await write(pages.printPageOnAllCores(section)) }
    begin(.feeds, nil)
    let outputs = Outputs(library: library, tree: tree)
    try await writeEach(changed.sorted().map { tree.pages[$0] }, to: write, outputs.twin)
    begin(.search, nil)
    return try await writeSearchIndex(pages.searchEntries, keeping: kept, to: write)
}

/// What a new site can take over from the existing one if only the texts of some chapters have changed since.
package struct KeptSite: Sendable {
    /// The paths below `chapters/` of the chapters whose files are the same.
    let unchanged: Set<String>
    let search: KeptSearch

    package init(unchanged: Set<String>, search: KeptSearch) {
        self.unchanged = unchanged
        self.search = search
    }
}
