import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// A part of the making of a site.
package enum SiteStep: Sendable, Hashable { case plan, pages, print, feeds, search }

/// Makes the site of a library, file by file.
///
/// - Parameters:
///   - library: loaded for a site.
///   - asOf: the day that counts as today, for overdue reviews.
///   - plan: what goes to customers this month; nil if that is unknown.
///   - changes: when each chapter was last changed, by its path below `chapters/`.
///   - begin: called when a step begins, with the number of files that it will write; nil if that is not known.
///   - write: called with each file, whose path is below the site's root. It is called from several threads.
/// - Returns: what the next site can use again.
/// - Throws: `FileError` if an asset cannot be read or a file cannot be written.
@discardableResult
package func writeSite(
    of library: Library, with templates: SiteTemplates, asOf: CalendarDate, plan: MonthPlan? = nil,
    changes: [String: LastChange] = [:], beginning begin: (SiteStep, Int?) -> Void = { _, _ in },
    to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void
) async throws(FileError) -> KeptSearch {
    begin(.plan, nil)
    let plan = library.configuration.site.accounts ? plan : nil
    let pages = try await SitePages(
        of: library, with: templates, asOf: asOf, plan: plan, changes: changes, assetsTo: write)
    let (builder, tree, listings, lists) = (pages.builder, pages.builder.tree, pages.listings, pages.lists)
    let previews = builder.previews.keys
    let snippets = listings.snippets.uniqued { listings.shelves.folder(.snippets, $0.id) }
    let accounts = pages.hasAccounts ? library.accounts.uniqued { listings.shelves.folder(.accounts, $0.id) } : []
    begin(.pages, lists.count + snippets.count + accounts.count + previews.count + tree.pages.count)
    try await writeEach(lists, to: write, pages.page)
    try await writeEach(snippets, to: write, pages.page)
    try await writeEach(accounts, to: write, pages.page)
    try await writeEach(previews, to: write, pages.page)
    try await writeEach(Array(tree.pages.indices), to: write, pages.page)
    begin(.print, builder.prints.sections.count)
    try await writeEach(builder.prints.sections, to: write, pages.printPage)
    begin(.feeds, nil)
    try write(pages.notFound)
    let outputs = Outputs(library: library, tree: tree)
    let folders = tree.pages.filter { !$0.isHidden }.map(\.folder) + lists.map(\.folder)
    let made =
        MadeFolders(library, tree, listings, lists: lists, prints: builder.prints).folders
        + previews.compactMap(builder.previewFolder)
    let taken = Set((tree.pages.map(\.folder) + made).map { $0.lowercased() })
    for file in outputs.files(pages: folders) + outputs.redirects(besides: taken) {
        try write(file)
    }
    if let base = library.configuration.site.baseURL,
        let feed = atomFeed(title: library.configuration.site.title, base: base, changed: builder.changedPages())
    {
        try write(feed)
    }
    try await writeEach(tree.pages, to: write, outputs.twin)
    begin(.search, nil)
    return try await writeSearchIndex(pages.searchEntries, to: write)
}

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

extension Array {
    /// The elements; of several elements with the same value, only the first. Ids that differ only in punctuation can give the same file name.
    func uniqued<Value: Hashable>(by value: (Element) -> Value) -> [Element] {
        var seen: Set<Value> = []
        return filter { seen.insert(value($0)).inserted }
    }
}

/// Makes and writes a file for each element that has one, on all cores.
func writeEach<Element: Sendable>(
    _ elements: [Element], to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void,
    _ file: @escaping @Sendable (Element) throws(FileError) -> OutputFile?
) async throws(FileError) {
    let errors = await elements.concurrentMap { element -> FileError? in
        do throws(FileError) {
            if let file = try file(element) { try write(file) }
            return nil
        } catch {
            return error
        }
    }
    if let error = errors.lazy.compactMap({ $0 }).first { throw error }
}
