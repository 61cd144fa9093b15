import PlaybookCore
import PlaybookModel

/// The ledger in the form that selection needs: by account and by address, and only what went out or may have gone
/// out.
struct History: Sendable {
    private let byAccount: [String: [Ledger.Entry]]
    /// By the address in lower case, over all accounts.
    private let byAddress: [String: [Ledger.Entry]]
    private let ids: SnippetIDs
    private let month: YearMonth

    init(ledger: Ledger, ids: SnippetIDs, month: YearMonth) {
        let entries = ledger.entries.filter(\.state.countsAsSent)
        byAccount = Dictionary(grouping: entries, by: \.account)
        byAddress = Dictionary(grouping: entries) { $0.contact.lowercased() }
        self.ids = ids
        self.month = month
    }

    /// The snippets that a person has in their present revision (docs/selection.md, "Addresses"). An item that
    /// another account got in this month counts only where `isEarlier` is true of that account, because a half-sent
    /// month must not change the rest.
    func seen(by addresses: [String], isEarlier: (String) -> Bool) -> IDs {
        var seen = IDs()
        for entry in entries(to: addresses) where entry.month != month || isEarlier(entry.account) {
            for index in ids.snippets(entry.snippet, revision: entry.revision) { seen.insert(index) }
        }
        return seen
    }

    /// The snippets in messages of an account in earlier months. Messages of this month do not count, because the
    /// message of one contact must not change when that of another has been sent.
    func carried(to account: String) -> Set<Int> {
        Set((byAccount[account] ?? []).filter { $0.month < month }.flatMap { ids.snippets($0.snippet) })
    }

    /// The snippets in the last two messages of a contact at an account before this month.
    func recent(of addresses: [String], at account: String) -> Set<Int> {
        let own = entries(to: addresses).filter { $0.account == account && $0.month < month }
        let months = Set(own.map(\.month)).sorted().suffix(2)
        return Set(own.filter { months.contains($0.month) }.flatMap { ids.snippets($0.snippet) })
    }

    /// The items that went to a contact in this month, by id.
    func sent(to addresses: [String], at account: String) -> [SentItem] {
        let own = entries(to: addresses).filter { $0.account == account && $0.month == month }
        return Set(own.map { SentItem(snippet: $0.snippet, revision: $0.revision, state: $0.state) }).sorted()
    }

    /// The days on which a contact got messages of earlier months.
    func days(to addresses: [String], at account: String) -> [CalendarDate] {
        entries(to: addresses).filter { $0.account == account && $0.month < month }.map(\.date)
    }

    /// The days on which anybody at an account got messages of earlier months.
    func days(at account: String) -> [CalendarDate] {
        (byAccount[account] ?? []).filter { $0.month < month }.map(\.date)
    }

    private func entries(to addresses: [String]) -> [Ledger.Entry] {
        byAddress.isEmpty ? [] : addresses.flatMap { byAddress[$0] ?? [] }
    }
}

/// An item of a message that was sent.
package struct SentItem: Sendable, Hashable, Comparable {
    /// The id that the snippet had then.
    package let snippet: String
    package let revision: Int
    package let state: Ledger.State

    package static func < (left: SentItem, right: SentItem) -> Bool {
        if left.snippet != right.snippet { return left.snippet.precedes(right.snippet) }
        return (left.revision, left.state.rawValue) < (right.revision, right.state.rawValue)
    }
}
