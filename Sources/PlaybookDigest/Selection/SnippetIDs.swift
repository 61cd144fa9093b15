import PlaybookModel

/// Which snippets the ids in a ledger mean, by those that they have and those that they had.
struct SnippetIDs: Sendable {
    private let indices: [String: [Int]]
    private let revisions: [Int]

    init(_ snippets: [Snippet]) {
        let pairs = snippets.indices.flatMap { index in
            Set([snippets[index].id] + snippets[index].was).map { (id: $0, index: index) }
        }
        indices = Dictionary(grouping: pairs, by: \.id).mapValues { $0.map(\.index) }
        revisions = snippets.map(\.revision)
    }

    /// The indices of the snippets that an id means; none where it is long gone.
    func snippets(_ id: String) -> [Int] { indices[id] ?? [] }

    /// The same, but only of those that are still at a revision.
    func snippets(_ id: String, revision: Int) -> [Int] { snippets(id).filter { revisions[$0] == revision } }
}
