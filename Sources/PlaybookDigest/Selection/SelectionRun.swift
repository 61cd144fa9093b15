import PlaybookContent
import PlaybookCore

/// Selects what every contact gets in a month (selection.md). Pure: the same inputs, in any order, give the same
/// result.
///
/// - Returns: one selection an account, in the library's order.
public func select(from library: Library, ledger: Ledger, month: YearMonth) -> [AccountSelection] {
    let run = SelectionRun(library: library, ledger: ledger, month: month)
    return library.accounts.map(run.selection)
}

/// The selection of one month, with everything worked out that is the same for all accounts.
public struct SelectionRun: Sendable {
    public let library: Library
    public let month: YearMonth
    let numberings: Numberings
    let snippets: [PreparedSnippet]
    let touches: [String: [Touch]]
    let history: History
    let voices: [String: VoiceRecord]

    public init(library: Library, ledger: Ledger, month: YearMonth) {
        self.library = library
        self.month = month
        var numberings = Numberings()
        snippets = library.snippets.map { PreparedSnippet($0, &numberings) }
        self.numberings = numberings
        touches = Dictionary(grouping: library.touches, by: \.account)
        history = History(ledger: ledger, snippets: snippets, month: month)
        voices = Dictionary(library.voices.map { ($0.id, $0) }) { first, _ in first }
    }

    var rules: DigestRules { library.configuration.digest }

    /// Who gets what at an account of the library, and why.
    public func selection(of account: Account) -> AccountSelection {
        guard let slot = account.slot(in: month, configuration: library.configuration) else {
            // No day to compare with: caps and holds say nothing, the rest of the contact's status stands.
            return result(account, slot: nil, status: .notDue, holds: []) { contact in
                unselected(contact, contact.standing ?? .notDue)
            }
        }
        let holds = account.activeHolds(on: slot, configuration: library.configuration)
        let facts = AccountFacts(account, slot: slot, holds: holds, run: self)
        let status = status(facts)
        let accountReasons = status == .due || status == .recovery ? snippets.map { accountReason($0, facts) } : []
        return result(account, slot: slot, status: status, holds: holds) { contact in
            if let early = earlyStatus(contact, status: status, facts: facts) { return unselected(contact, early) }
            return selected(contact, accountReasons, facts, inRecovery: status == .recovery)
        }
    }

    private func result(
        _ account: Account, slot: CalendarDate?, status: AccountStatus, holds: [Account.Hold],
        contact: (Account.Contact) -> ContactSelection
    ) -> AccountSelection {
        AccountSelection(
            account: account, month: month, slot: slot, status: status, hold: holds.gravest,
            contacts: account.contacts.map(contact))
    }

    private func unselected(_ contact: Account.Contact, _ status: ContactStatus) -> ContactSelection {
        ContactSelection(contact: contact, status: status, gate: nil, candidates: [], chosen: [])
    }

    private func selected(
        _ contact: Account.Contact, _ accountReasons: [Reason?], _ facts: AccountFacts, inRecovery: Bool
    ) -> ContactSelection {
        let contactFacts = ContactFacts(contact, facts, run: self)
        var reasons = accountReasons
        for index in snippets.indices where reasons[index] == nil {
            reasons[index] = contactReason(index, contactFacts, facts, inRecovery: inRecovery)
        }
        for index in superseded(reasons) { reasons[index] = .superseded }
        var candidates = snippets.indices.map { index in
            if let reason = reasons[index] { return Candidate.filtered(index, reason) }
            return scored(index, contactFacts, facts)
        }
        let chosen = pick(from: &candidates)
        let gate = GateResult(chosen: chosen.map { candidates[$0] }, rules: rules.gate, inRecovery: inRecovery)
        return ContactSelection(
            contact: contact, status: gate.passed ? .ready : .withheld, gate: gate, candidates: candidates,
            chosen: chosen)
    }

    /// The snippets that one which passed filters 1 to 15 takes the place of (selection.md, filter 16). One that is
    /// itself superseded still supersedes: it passed 1 to 15.
    private func superseded(_ reasons: [Reason?]) -> [Int] {
        let names = Set(snippets.indices.filter { reasons[$0] == nil }.flatMap { snippets[$0].snippet.supersedes })
        guard !names.isEmpty else { return [] }
        return snippets.indices.filter { reasons[$0] == nil && names.contains(snippets[$0].snippet.id) }
    }
}
