import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// A part of making a site.
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
