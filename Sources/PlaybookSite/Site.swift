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
///   - plan: what goes to customers this month; nil where that is unknown.
///   - changes: when each chapter was last changed, by its path below `chapters/`.
///   - begin: called when a step begins, with the number of files that it will write; nil where that is not known.
///   - write: called with each file, whose path is below the site's root. It is called from several threads.
/// - Throws: `FileError` when an asset cannot be read or a file cannot be written.
package func writeSite(
    of library: Library, with templates: SiteTemplates, asOf: CalendarDate, plan: MonthPlan? = nil,
    changes: [String: LastChange] = [:], beginning begin: (SiteStep, Int?) -> Void = { _, _ in },
    to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void
) async throws(FileError) {
    precondition(library.chapters.allSatisfy { $0.text.content != nil }, "content that was not loaded for a site")
    begin(.plan, nil)
    let plan = library.configuration.site.accounts ? plan : nil
    let previews = MessagePreviews(plan)
    // Needs no files, so that it is made while they are read and written.
    async let structure = structure(of: library, templates.templates)
    var assets = PublishedAssets()
    for file in templates.assets {
        let accent = file.name == SiteTemplates.themeFiles["style"] ? library.configuration.site.accent : nil
        try write(assets.add("theme/" + file.name, file.bytes + (accent.map(accentRule) ?? [])))
    }
    try await assets.add(library.assets, to: write)
    if !previews.keys.isEmpty { try write(assets.add("theme/messages.css", previews.styles)) }
    let (tree, navigation) = await structure
    let listings = Listings(library: library, tree: tree, shelves: Shelves(tree))
    let accountList = PageBuilder.accountList(library, listings.shelves)
    let lists = (listings.all() + [accountList].compactMap { $0 }).uniqued(by: \.folder)
    let prints = PrintPages(tree)
    let builder = PageBuilder(
        library: library, tree: tree, navigation: navigation, assets: assets,
        links: PageLinks(tree: tree, assets: assets, shelves: listings.shelves), previews: previews, prints: prints,
        plan: plan,
        changes: changes, asOf: asOf, backlinks: Backlinks(tree), shelves: listings.shelves,
        made: Set(lists.map(\.folder)))
    let pages = SitePages(builder: builder, templates: templates.templates)
    let snippets = listings.snippets.uniqued { listings.shelves.folder(.snippets, $0.id) }
    let accounts = accountList == nil ? [] : library.accounts.uniqued { listings.shelves.folder(.accounts, $0.id) }
    begin(.pages, lists.count + snippets.count + accounts.count + previews.keys.count + tree.pages.count)
    try await writeEach(lists, to: write, pages.page)
    try await writeEach(snippets, to: write) { snippet in
        pages.page(snippet, in: listings)
    }
    try await writeEach(accounts, to: write, pages.page)
    try await writeEach(previews.keys, to: write, pages.page)
    try await writeEach(Array(tree.pages.indices), to: write, pages.page)
    begin(.print, prints.sections.count)
    try await writeEach(prints.sections, to: write, pages.printPage)
    begin(.feeds, nil)
    try write(pages.notFound)
    let outputs = Outputs(library: library, tree: tree)
    let folders = tree.pages.filter { !$0.isHidden }.map(\.folder) + lists.map(\.folder)
    let made =
        MadeFolders(library, tree, listings, lists: lists, prints: prints).folders
        + previews.keys.compactMap(builder.previewFolder)
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
    let chapters = tree.pages.indices.filter { tree.pages[$0].chapter != nil && !tree.pages[$0].isHidden }
    let records = SearchDocument.records(of: listings)
    try await writeSearchIndex(
        chapters.map { index in (tree.pages[index].title, { tree.searchDocument(index) }) }
            + records.map { record in (record.title, { record }) },
        write: write)
}

private func structure(of library: Library, _ templates: Templates) async -> (SiteTree, Navigation) {
    let tree = SiteTree(library)
    return (tree, await Navigation(tree, templates: templates))
}

/// The CSS rule that replaces the theme's accent by the company's own.
private func accentRule(light: String, dark: String) -> [UInt8] {
    Array("\n:root { --accent: light-dark(\(light), \(dark)); }\n".utf8)
}

/// The pages of a site, each with the file that it is written to.
private struct SitePages: Sendable {
    let builder: PageBuilder
    let templates: Templates

    func page(_ list: Listing) -> OutputFile { file(list.folder, builder.record(of: list)) }

    func page(_ snippet: Snippet, in listings: Listings) -> OutputFile {
        file(listings.shelves.folder(.snippets, snippet.id), builder.record(of: snippet, in: listings))
    }

    func page(_ account: Account) -> OutputFile {
        file(builder.shelves.folder(.accounts, account.id), builder.record(of: account))
    }

    /// The page that shows a message as it will look.
    func page(_ key: MessagePreviews.Key) -> OutputFile {
        let folder = builder.previewFolder(key) ?? ""
        func address(_ file: String) -> String {
            builder.assets.path("theme/" + file).map { PlaybookSite.address(from: folder, toFile: $0) } ?? ""
        }
        let html = builder.previews.html(key, styles: address("messages.css"), icon: address("favicon.svg"))
        return OutputFile(path: folder + "/index.html", bytes: html ?? [])
    }

    /// A chapter, or a section without an index page.
    func page(_ index: Int) -> OutputFile { file(builder.tree.pages[index].folder, builder.record(ofPage: index)) }

    func printPage(_ section: Int) -> OutputFile {
        let html = templates.render("print", builder.record(ofPrint: section))
        return OutputFile(path: builder.prints.folder(of: section) + "/index.html", bytes: html)
    }

    var notFound: OutputFile { OutputFile(path: "404.html", text: builder.notFoundPage(templates)) }

    private func file(_ folder: String, _ record: PageTemplateRecord) -> OutputFile {
        OutputFile(
            path: folder.isEmpty ? "index.html" : folder + "/index.html", bytes: templates.render("page", record))
    }
}

extension SiteTree {
    /// The page of a chapter in the form that the search indexes.
    fileprivate func searchDocument(_ index: Int) -> SearchDocument {
        let page = pages[index]
        let crumbs = ancestors(of: index).dropFirst().map { pages[$0].title }.joined(separator: " / ")
        let place = address(from: "", toPage: page.folder)
        guard let chapter = page.chapter else {
            return SearchDocument(address: place, title: page.title, crumbs: crumbs, parts: [])
        }
        return SearchDocument(chapter, address: place, crumbs: crumbs)
    }
}

extension Array {
    /// The elements, and of several with the same value only the first. Ids that differ only in signs can give the
    /// same file name.
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
