import PlaybookContent
import PlaybookCore

/// Makes the site of a library.
///
/// - Parameters:
///   - asOf: the day that decides which reviews are overdue.
/// - Returns: all files of the site, by their paths below its root.
/// - Throws: `FileError` when an asset cannot be read.
public func site(
    of library: Library, with templates: SiteTemplates, asOf: CalendarDate
) async throws(FileError) -> [OutputFile] {
    var assets = PublishedAssets()
    for file in templates.assets { assets.add("theme/" + file.name, file.bytes) }
    for asset in library.assets { assets.add(asset.name, try readFile(asset.path)) }
    let tree = SiteTree(library)
    let values = PageValues(library: library, tree: tree, assets: assets, asOf: asOf)
    let pages = await Array(tree.pages.indices).concurrentMap { index in
        let folder = tree.pages[index].folder
        let html = templates.templates.render("page", values.values(ofPage: index))
        return OutputFile(path: folder.isEmpty ? "index.html" : folder + "/index.html", text: html)
    }
    return pages + assets.files
}
