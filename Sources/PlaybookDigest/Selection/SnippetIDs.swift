import PlaybookModel

/// The snippets that the ids in a ledger stand for, by their present and former ids.
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

    /// The indices of the snippets that an id stands for; empty if no snippet has or had it.
    func snippets(_ id: String) -> [Int] { indices[id] ?? [] }

    /// The revision of the snippet with a number.
    func revision(of index: Int) -> Int { revisions[index] }
}
