import PlaybookCore
import PlaybookModel

/// Selects what every contact gets in a month, and says why (docs/selection.md). Pure: the same inputs, in any order, give the same result.
///
/// - Parameter asOf: the day that counts as today; nil to say nothing about what is late.
/// - Returns: one explanation for each account, in the library's order.
package func select(
    from library: Library, ledger: Ledger, month: YearMonth, asOf: CalendarDate? = nil
) -> [AccountSelection] {
    let run = SelectionRun(library: library, ledger: ledger, month: month, asOf: asOf)
    return library.accounts.map(run.explanation)
}

/// The selection of one month, with everything computed that is the same for all accounts.
package struct SelectionRun: Sendable {
    package let library: Library
    package private(set) var month: YearMonth
    private(set) var asOf: CalendarDate?
    let index: SnippetIndex
    /// The merge fields that at least one snippet has.
    let mergeValues: [MergeValue]
    let touches: [String: [Touch]]
    private(set) var history: SentHistory
    let answers: Answers
    let suppressed: SuppressedAddresses
    let voices: [String: VoiceRecord]
    let shared: SharedAddresses
    private var states: [CalendarDate: SlotState] = [:]
    /// The snippets that accounts which share an address must not send again, by the account's id and the address.
    private var carried: [String: [String: IDs]] = [:]

    package init(library: Library, ledger: Ledger, month: YearMonth, asOf: CalendarDate? = nil) {
        self.library = library
        self.month = month
        self.asOf = asOf
        index = SnippetIndex(library.snippets, library.accounts, library.configuration)
        mergeValues = index.fields.values.sortedByBytes().compactMap(MergeValue.init)
        touches = Dictionary(grouping: library.touches, by: \.account)
        history = SentHistory(ledger: ledger, ids: index.ids, month: month)
        answers = Answers(ledger: ledger, ids: index.ids)
        suppressed = SuppressedAddresses(library, ledger)
        shared = SharedAddresses(library.accounts)
        voices = Dictionary(library.voices.map { ($0.id, $0) }) { first, _ in first }
        prepare()
    }

    /// The run for another month, as if nobody shared an address and no day counted as today.
    func inMonth(_ other: YearMonth) -> SelectionRun {
        var result = self
        result.month = other
        result.asOf = nil
        result.history = history.seen(from: other)
        result.carried = [:]
        result.prepareStates()
        return result
    }

    /// Counts messages to one account as sent, instead of those that were added before.
    mutating func add(_ entries: [Ledger.Entry]) { history.add(entries) }

    /// The run after many more messages have gone out, for accounts that share addresses.
    func sharing(after entries: [Ledger.Entry]) -> SelectionRun {
        var result = self
        result.history = history.merging(entries)
        result.carried = result.carriedBySharing()
        return result
    }

    private mutating func prepare() {
        prepareStates()
        carried = carriedBySharing()
    }

    private mutating func prepareStates() {
        states = [:]
        let configuration = library.configuration
        for day in Set(library.accounts.map(\.cadence.businessDay)) {
            let number = day ?? configuration.digest.businessDay
            guard let slot = configuration.calendar.businessDay(number, of: month) else { continue }
            states[slot] = index.state(on: slot, rules: rules)
        }
    }

    /// The days on which accounts can be due in the month.
    var slots: [CalendarDate] { Array(states.keys) }

    /// The snippets whose dates allow them in a message of the month.
    var possible: IDs {
        var result = IDs()
        for state in states.values {
            var possible = index.all
            for closed in [state.draft, state.notYet, state.expired, state.claimExpired] { possible.subtract(closed) }
            result.formUnion(possible)
        }
        return result
    }

    var rules: DigestRules { library.configuration.digest }

    /// Who gets what at an account of the library.
    ///
    /// - Parameter visit: called for each contact for whom something was selected, with what became of all snippets.
    package func selection(of account: Account) -> AccountSelection { selection(of: account) { _, _ in } }

    func selection(of account: Account, visiting visit: (Filtered, Picked) -> Void) -> AccountSelection {
        selection(of: account, carried: carried[account.id] ?? [:], isExplained: false, visit)
    }

    /// The same, but only up to the first contact who gets a message.
    func selection(of account: Account, untilReady: Bool) -> AccountSelection {
        selection(of: account, carried: carried[account.id] ?? [:], isExplained: false, untilReady: untilReady) {
            _, _ in
        }
    }

    /// The same, with what became of each snippet for each contact.
    package func explanation(of account: Account) -> AccountSelection {
        selection(of: account, carried: carried[account.id] ?? [:], isExplained: true) { _, _ in }
    }

    /// True if one account is taken before another: by slot, then by id. An account that no longer exists counts as taken before all others,
    /// because what it sent cannot be undone.
    func isTaken(_ one: String, before other: Account) -> Bool {
        guard let account = library.account(one) else { return true }
        let configuration = library.configuration
        let slots = [account, other].map { $0.slot(in: month, configuration: configuration)?.days ?? .max }
        return slots[0] != slots[1] ? slots[0] < slots[1] : account.id.precedes(other.id)
    }

    /// Accounts that share an address are taken in order, so that nobody gets one item twice (docs/selection.md, "Addresses").
    private func carriedBySharing() -> [String: [String: IDs]] {
        var all: [String: IDs] = [:]
        var result: [String: [String: IDs]] = [:]
        let accounts = shared.accounts.map { library.accounts[$0] }.sorted { isTaken($0.id, before: $1) }
        for account in accounts {
            var own: [String: IDs] = [:]
            for address in account.contacts.flatMap(\.addresses) { own[address] = all[address] }
            result[account.id] = own
            let selection = selection(of: account, carried: own, isExplained: false) { _, _ in }
            for contact in selection.contacts where contact.status == .ready {
                for item in contact.chosen {
                    all[contact.contact.email.lowercased(), default: IDs()].insert(item.snippet)
                }
            }
        }
        return result
    }

    private func selection(
        of account: Account, carried: [String: IDs], isExplained: Bool, untilReady: Bool = false,
        _ visit: (Filtered, Picked) -> Void
    ) -> AccountSelection {
        guard let slot = account.slot(in: month, configuration: library.configuration) else {
            // Without a slot there is nothing to compare caps and holds with. What does not depend on the day still
            // holds.
            return result(account, slot: nil, status: .notDue, holds: []) { contact in
                standing(of: contact, contact.addresses, at: account) ?? ContactSelection(contact, .notDue)
            }
        }
        let holds = account.activeHolds(on: slot, configuration: library.configuration)
        let facts = AccountFacts(account, slot: slot, holds: holds, run: self)
        let state = states[slot] ?? index.state(on: slot, rules: rules)
        var filtered = filteredByLibrary(account, state)
        let status = status(facts, passed: filtered.passed)
        if status == .due || status == .recovery { filter(&filtered, for: account) }
        return result(account, slot: slot, status: status, holds: holds, untilReady: untilReady) { contact in
            let addresses = contact.addresses
            if let standing = standing(of: contact, addresses, at: account) { return standing }
            if let cap = cap(contact, addresses, facts: facts) { return ContactSelection(contact, cap) }
            switch status {
            case .notDue: return ContactSelection(contact, .notDue)
            case .held: return ContactSelection(contact, .held)
            case .recovery, .due: break
            }
            let contactFacts = ContactFacts(contact, addresses, facts, carried: carried, run: self)
            var own = filtered
            filter(&own, for: contactFacts, facts, inRecovery: status == .recovery)
            let scoring = Scoring(contactFacts, facts, state, self)
            let picked = pick(from: own.passed, totals: scoring.totals(of: own.passed))
            visit(own, picked)
            let chosen = picked.chosen.map(scoring.candidate)
            let gate = GateResult(chosen: chosen, rules: rules.gate, inRecovery: status == .recovery)
            return ContactSelection(
                contact: contact, status: gate.passed ? .ready : .withheld, suppression: nil,
                timing: timing(of: contact, at: account, slot: slot), sent: [], gate: gate,
                candidates: isExplained ? candidates(own, picked, scoring) : [],
                hasRecentTopics: !contactFacts.recentTopics.isEmpty, chosen: chosen)
        }
    }

    private func result(
        _ account: Account, slot: CalendarDate?, status: AccountStatus, holds: [Account.Hold], untilReady: Bool = false,
        contact: (Account.Contact) -> ContactSelection
    ) -> AccountSelection {
        var contacts: [ContactSelection] = []
        for person in account.contacts where !(untilReady && contacts.last?.status == .ready) {
            contacts.append(contact(person))
        }
        return AccountSelection(
            account: account, month: month, slot: slot, status: status, hold: holds.gravest, contacts: contacts)
    }

    /// What became of each snippet, in the library's order.
    private func candidates(_ filtered: Filtered, _ picked: Picked, _ scoring: Scoring) -> [Candidate] {
        var reasons = [Reason?](repeating: nil, count: library.snippets.count)
        for (reason, snippets) in filtered.stopped { snippets.forEach { reasons[$0] = reason } }
        return reasons.enumerated().map { snippet, reason in
            if let reason { return .filtered(snippet, reason) }
            var candidate = scoring.candidate(snippet)
            if picked.noRoom.contains(snippet) { candidate.passOver(.noRoom) }
            if picked.kindFull.contains(snippet) { candidate.passOver(.kindFull) }
            return candidate
        }
    }
}

extension Candidate {
    fileprivate mutating func passOver(_ reason: Reason) {
        verdict = .passedOver
        self.reason = reason
    }
}
