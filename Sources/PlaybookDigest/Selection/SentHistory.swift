import PlaybookCore
import PlaybookModel

/// The ledger in the form that selection needs: by account and by address, and only what went out or may have gone
/// out.
struct SentHistory: Sendable {
    private var byAccount: [String: [Ledger.Entry]]
    /// By the address in lower case, over all accounts.
    private var byAddress: [String: [Ledger.Entry]]
    /// A few further entries, all of one account.
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

    /// The history as a run for another month sees it.
    func seen(from month: YearMonth) -> SentHistory {
        var result = self
        result.month = month
        return result
    }

    /// Counts messages to one account as sent, instead of those that were added before.
    mutating func add(_ entries: [Ledger.Entry]) { added = entries.map { ($0.contact.lowercased(), $0) } }

    /// The history with many more entries.
    func merging(_ entries: [Ledger.Entry]) -> SentHistory {
        var result = self
        for entry in entries {
            result.byAccount[entry.account, default: []].append(entry)
            result.byAddress[entry.contact.lowercased(), default: []].append(entry)
        }
        return result
    }

    /// The snippets that a person has in their present revision (docs/selection.md, `SEEN`). What another account got in this month counts only
    /// if `isEarlier` is true for that account: a half-sent month must not change the rest.
    func seen(by addresses: [String], isEarlier: (String) -> Bool) -> IDs {
        var seen = IDs()
        forEach(to: addresses) { entry in
            guard entry.month != month || isEarlier(entry.account) else { return }
            for index in ids.snippets(entry.snippet) where ids.revision(of: index) == entry.revision {
                seen.insert(index)
            }
        }
        return seen
    }

    /// The snippets in messages of an account in earlier months. Messages of this month do not count, because the
    /// message of one contact must not change when that of another has been sent.
    func carried(to account: String) -> Set<Int> {
        var carried: Set<Int> = []
        forEach(at: account) { entry in
            if entry.month < month { carried.formUnion(ids.snippets(entry.snippet)) }
        }
        return carried
    }

    /// The snippets in the last two messages of a contact at an account before this month.
    func recent(of addresses: [String], at account: String) -> IDs {
        var (last, before): (YearMonth?, YearMonth?)
        forEach(to: addresses) { entry in
            guard entry.account == account, entry.month < month, entry.month != last else { return }
            if last.map({ $0 < entry.month }) ?? true {
                (last, before) = (entry.month, last)
            } else {
                before = max(before ?? entry.month, entry.month)
            }
        }
        var recent = IDs()
        guard last != nil else { return recent }
        forEach(to: addresses) { entry in
            guard entry.account == account, entry.month == last || entry.month == before else { return }
            for index in ids.snippets(entry.snippet) { recent.insert(index) }
        }
        return recent
    }

    /// The items that went to a contact in this month, by id.
    func sent(to addresses: [String], at account: String) -> [SentItem] {
        var sent: Set<SentItem> = []
        forEach(to: addresses) { entry in
            guard entry.account == account, entry.month == month else { return }
            sent.insert(SentItem(snippet: entry.snippet, revision: entry.revision, state: entry.state))
        }
        return sent.sorted()
    }

    /// The days on which a contact got messages of earlier months.
    func days(to addresses: [String], at account: String) -> [CalendarDate] {
        var days: [CalendarDate] = []
        forEach(to: addresses) { entry in
            if entry.account == account, entry.month < month, days.last != entry.date { days.append(entry.date) }
        }
        return days
    }

    /// The days on which anybody at an account got messages of earlier months.
    func days(at account: String) -> [CalendarDate] {
        var days: [CalendarDate] = []
        forEach(at: account) { entry in
            if entry.month < month, days.last != entry.date { days.append(entry.date) }
        }
        return days
    }

    private func forEach(to addresses: [String], _ body: (Ledger.Entry) -> Void) {
        if byAddress.isEmpty, added.isEmpty { return }
        for address in addresses { for entry in byAddress[address] ?? [] { body(entry) } }
        for index in added.indices where addresses.contains(added[index].address) { body(added[index].entry) }
    }

    private func forEach(at account: String, _ body: (Ledger.Entry) -> Void) {
        for entry in byAccount[account] ?? [] { body(entry) }
        for index in added.indices where added[index].entry.account == account { body(added[index].entry) }
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
