import PlaybookModel

/// The pages that link to a page.
struct Backlinks: Sendable {
    /// The most backlinks that a page shows, so that its size does not grow with the number of pages that link to it.
    static let limit = 12

    private var sources: [Int: [Int]] = [:]

    init(_ tree: SiteTree) {
        for (index, page) in tree.pages.enumerated() where !page.isHidden {
            var targets: Set<Int> = []
            for case .chapter(let path, let anchor)? in page.chapter?.links ?? [] {
                if let target = tree.index(of: .chapter(path, anchor: anchor)), target != index {
                    targets.insert(target)
                }
            }
            for target in targets where sources[target, default: []].count < Self.limit {
                sources[target, default: []].append(index)
            }
        }
    }

    /// The indexes of the pages that link to a page, in reading order.
    subscript(_ index: Int) -> [Int] { sources[index] ?? [] }
}
