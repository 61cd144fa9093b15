import PlaybookModel

/// The targets of the links of chapters, as addresses on the site.
struct PageLinks: Sendable {
    let tree: SiteTree
    let assets: PublishedAssets
    let shelves: Shelves

    /// The address of a link's target, relative to a page.
    ///
    /// - Parameter part: the chapter, on a page with several. A link to another chapter on the same page leads to its
    ///   place there.
    func address(of target: LinkTarget, from page: String, in part: PrintPart?) -> String {
        switch target {
        case .chapter(let path, let anchor):
            let index = tree.index(of: target)
            let target = index.map { tree.pages[$0].folder } ?? ChapterPath(path).page
            guard let part, part.contains(target) else {
                return PlaybookSite.address(from: page, toPage: target, anchor: anchor)
            }
            if let anchor, isInRawHTML(anchor, of: index) { return "#" + encodedPath(anchor) }
            return part.address(ofPage: target, anchor: anchor)
        case .section(let folder): return PlaybookSite.address(from: page, toPage: folder)
        case .asset(let name): return assets.path(name).map { PlaybookSite.address(from: page, toFile: $0) } ?? ""
        case .snippet(let id): return PlaybookSite.address(from: page, toPage: shelves.folder(.snippets, id))
        case .account(let id): return PlaybookSite.address(from: page, toPage: shelves.folder(.accounts, id))
        }
    }

    /// True for an id from raw HTML. On a page with several chapters, such an id has no prefix that distinguishes it.
    private func isInRawHTML(_ anchor: String, of index: Int?) -> Bool {
        guard let chapter = index.flatMap({ tree.pages[$0].chapter }),
            !chapter.text.headings.contains(where: { $0.id == anchor })
        else { return false }
        return chapter.text.htmlAnchors.contains(anchor)
    }
}
