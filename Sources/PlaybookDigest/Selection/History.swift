import PlaybookCore
import PlaybookModel

/// The ledger in the form that selection needs: by account and by address, and only what went out or may have gone
/// out.
struct History: Sendable {
    private var byAccount: [String: [Ledger.Entry]]
    /// By the address in lower case, over all accounts.
    private var byAddress: [String: [Ledger.Entry]]
    /// Entries of one account beside those, few of them.
    private var added: [(address: String, entry: Ledger.Entry)] = []
    private let ids: SnippetIDs
    private var month: YearMonth

    init(ledger: Ledger, ids: SnippetIDs, month: YearMonth) {
        let entries = ledger.entries.filter(\.state.countsAsSent)
        byAccount = Dictionary(grouping: entries, by: \.account)
        byAddress = Dictionary(grouping: entries) { $0.contact.lowercased() }
        self.ids = ids
        self.month = month
    }

    /// The same as another month sees it.
    func seen(from month: YearMonth) -> History {
        var result = self
        result.month = month
        return result
    }

    /// Takes messages to one account for sent, those alone.
    mutating func add(_ entries: [Ledger.Entry]) { added = entries.map { ($0.contact.lowercased(), $0) } }

    /// The same with many entries more.
    func merging(_ entries: [Ledger.Entry]) -> History {
        var result = self
        for entry in entries {
            result.byAccount[entry.account, default: []].append(entry)
            result.byAddress[entry.contact.lowercased(), default: []].append(entry)
        }
        return result
    }

    /// The snippets that a person has in their present revision (selection.md, `SEEN`). What other accounts got in this
    /// month counts only where `isEarlier` says so of the account: a half-sent month must not change the rest.
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
        Set(entries(at: account).filter { $0.month < month }.flatMap { ids.snippets($0.snippet) })
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
        entries(at: account).filter { $0.month < month }.map(\.date)
    }

    private func entries(to addresses: [String]) -> [Ledger.Entry] {
        if byAddress.isEmpty, added.isEmpty { return [] }
        let kept = addresses.flatMap { byAddress[$0] ?? [] }
        return added.isEmpty ? kept : kept + added.filter { addresses.contains($0.address) }.map(\.entry)
    }

    private func entries(at account: String) -> [Ledger.Entry] {
        let kept = byAccount[account] ?? []
        return added.isEmpty ? kept : kept + added.map(\.entry).filter { $0.account == account }
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
