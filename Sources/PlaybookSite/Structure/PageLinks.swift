import PlaybookContent

/// Where the links of chapters lead on the site.
struct PageLinks: Sendable {
    let assets: PublishedAssets
    let shelves: Shelves

    /// The address of a link's target from a page.
    ///
    /// - Parameter part: what else stands on the page; a link to that leads there.
    func address(of target: LinkTarget, from page: String, in part: PrintPart?) -> String {
        switch target {
        case .chapter(let path, let anchor):
            let target = ChapterPath(path).page
            if let part, part.contains(target) { return part.address(ofPage: target, anchor: anchor) }
            return PlaybookSite.address(from: page, toPage: target, anchor: anchor)
        case .section(let folder): return PlaybookSite.address(from: page, toPage: folder)
        case .asset(let name): return assets.path(name).map { PlaybookSite.address(from: page, toFile: $0) } ?? ""
        case .snippet(let id): return PlaybookSite.address(from: page, toPage: shelves.folder(.snippets, id))
        case .account(let id): return PlaybookSite.address(from: page, toPage: shelves.folder(.accounts, id))
        }
    }
}
