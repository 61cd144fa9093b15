import PlaybookContent
import PlaybookCore

/// Makes the site of a library, a file at a time.
///
/// - Parameters:
///   - asOf: the day that decides which reviews are overdue.
///   - write: takes each file, by its path below the site's root; it is called from several threads.
/// - Throws: `FileError` when an asset cannot be read or a file cannot be written.
public func writeSite(
    of library: Library, with templates: SiteTemplates, asOf: CalendarDate,
    to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void
) async throws(FileError) {
    var assets = PublishedAssets()
    for file in templates.assets { assets.add("theme/" + file.name, file.bytes) }
    for asset in library.assets { assets.add(asset.name, try readFile(asset.path)) }
    for file in assets.files { try write(file) }
    let tree = SiteTree(library)
    let navigation = await Navigation(tree, templates: templates.templates)
    let listings = Listings(library: library, tree: tree, shelves: Shelves(tree))
    let accountList = PageValues.accountList(library, listings.shelves)
    let lists = (listings.all() + [accountList].compactMap { $0 }).uniqued(by: \.folder)
    let snippets = listings.snippets.uniqued { listings.shelves.folder(.snippets, $0.id) }
    let values = PageValues(
        library: library, tree: tree, navigation: navigation, assets: assets, asOf: asOf, backlinks: Backlinks(tree),
        shelves: listings.shelves, made: Set(lists.map(\.folder)))
    try await writeEach(lists, to: write) { list in
        OutputFile(path: list.folder + "/index.html", text: templates.templates.render("page", values.values(of: list)))
    }
    try await writeEach(snippets, to: write) { snippet in
        let html = templates.templates.render("page", values.values(of: snippet, in: listings))
        return OutputFile(path: listings.shelves.folder(.snippets, snippet.id) + "/index.html", text: html)
    }
    let accounts = accountList == nil ? [] : library.accounts.uniqued { listings.shelves.folder(.accounts, $0.id) }
    try await writeEach(accounts, to: write) { account in
        let html = templates.templates.render("page", values.values(of: account))
        return OutputFile(path: listings.shelves.folder(.accounts, account.id) + "/index.html", text: html)
    }
    try write(OutputFile(path: "404.html", text: templates.templates.render("page", values.notFoundValues())))
    let outputs = Outputs(library: library, tree: tree)
    let folders = tree.pages.filter { !$0.isHidden }.map(\.folder) + lists.map(\.folder)
    for file in outputs.files(pages: folders) + outputs.redirects(taken: Set(tree.pages.map(\.folder) + folders)) {
        try write(file)
    }
    for page in tree.pages {
        if let twin = outputs.twin(of: page) { try write(twin) }
    }
    try await writeEach(Array(tree.pages.indices), to: write) { index in
        let folder = tree.pages[index].folder
        let html = templates.templates.render("page", values.values(ofPage: index))
        return OutputFile(path: folder.isEmpty ? "index.html" : folder + "/index.html", text: html)
    }
    let found = tree.pages.indices.filter { tree.pages[$0].chapter != nil && !tree.pages[$0].isHidden }
    try await writeSearchIndex(
        count: found.count,
        document: { number in
            let index = found[number]
            let page = tree.pages[index]
            let crumbs = tree.ancestors(of: index).dropFirst().map { tree.pages[$0].title }.joined(separator: " / ")
            let place = address(from: "", toPage: page.folder)
            guard let chapter = page.chapter else {
                return SearchDocument(address: place, title: page.title, crumbs: crumbs, parts: [])
            }
            return SearchDocument(chapter, address: place, crumbs: crumbs)
        }, write: write)
}

extension Array {
    /// The first of those that have the same value. Ids that differ in signs alone can give one file name.
    func uniqued<Value: Hashable>(by value: (Element) -> Value) -> [Element] {
        var seen: Set<Value> = []
        return filter { seen.insert(value($0)).inserted }
    }
}

/// Makes and writes a file for each element, on all cores.
func writeEach<Element: Sendable>(
    _ elements: [Element], to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void,
    _ file: @escaping @Sendable (Element) -> OutputFile
) async throws(FileError) {
    let errors = await elements.concurrentMap { element -> FileError? in
        do throws(FileError) {
            try write(file(element))
            return nil
        } catch {
            return error
        }
    }
    if let error = errors.lazy.compactMap({ $0 }).first { throw error }
}
