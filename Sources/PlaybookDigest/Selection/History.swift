import PlaybookContent
import PlaybookCore

/// The ledger as selection asks it: by account, and only what went out or may have gone out.
struct History: Sendable {
    private let entries: [String: [Ledger.Entry]]
    private let indices: [String: Int]
    private let month: YearMonth

    init(ledger: Ledger, snippets: [PreparedSnippet], month: YearMonth) {
        entries = Dictionary(grouping: ledger.entries.filter(\.state.countsAsSent), by: \.account)
        indices = Dictionary(snippets.indices.map { (snippets[$0].snippet.id, $0) }) { first, _ in first }
        self.month = month
    }

    /// The snippets that a contact has in their present revision, in whatever month they got them (selection.md,
    /// filter 15).
    func seen(by contact: String, at account: String, snippets: [PreparedSnippet]) -> Set<Int> {
        Set(
            (entries[account] ?? []).compactMap { entry in
                guard entry.contact == contact, let index = indices[entry.snippet],
                    snippets[index].snippet.revision == entry.revision
                else { return nil }
                return index
            })
    }

    /// The snippets in earlier messages of an account. Messages of this month are not earlier: a second contact's
    /// message must not change because the first one's has gone out meanwhile.
    func carried(to account: String) -> Set<Int> {
        Set((entries[account] ?? []).filter { $0.month < month }.compactMap { indices[$0.snippet] })
    }

    /// The snippets in a contact's last two messages before this month.
    func recent(of contact: String, at account: String) -> Set<Int> {
        let own = (entries[account] ?? []).filter { $0.contact == contact && $0.month < month }
        let months = Set(own.map(\.month)).sorted().suffix(2)
        return Set(own.filter { months.contains($0.month) }.compactMap { indices[$0.snippet] })
    }
}
