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
    let values = PageValues(library: library, tree: tree, navigation: navigation, assets: assets, asOf: asOf)
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
