import PlaybookModel

/// Which pages lead to a page.
struct Backlinks: Sendable {
    /// More than this say nothing more; a page must not grow with the number of those that name it.
    static let limit = 12

    private var sources: [Int: [Int]] = [:]

    init(_ tree: SiteTree) {
        for (index, page) in tree.pages.enumerated() where !page.isHidden {
            var targets: Set<Int> = []
            for case .chapter(let path, let anchor) in (page.chapter?.links ?? [:]).values {
                if let target = tree.index(of: .chapter(path, anchor: anchor)), target != index {
                    targets.insert(target)
                }
            }
            for target in targets where sources[target, default: []].count < Self.limit {
                sources[target, default: []].append(index)
            }
        }
    }

    /// In reading order.
    subscript(_ index: Int) -> [Int] { sources[index] ?? [] }
}
