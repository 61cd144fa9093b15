import PlaybookCore
import PlaybookModel

/// Selects what every contact gets in a month (docs/selection.md). The result depends on nothing but the inputs, and
/// not on their order.
///
/// - Parameter asOf: the day that counts as today; nil to leave out what is late.
/// - Returns: one selection for each account, in the library's order.
package func select(
    from library: Library, ledger: Ledger, month: YearMonth, asOf: CalendarDate? = nil
) -> [AccountSelection] {
    let run = SelectionRun(library: library, ledger: ledger, month: month, asOf: asOf)
    return library.accounts.map(run.selection)
}

/// The selection of one month, with everything computed that is the same for all accounts.
package struct SelectionRun: Sendable {
    package let library: Library
    package let month: YearMonth
    let asOf: CalendarDate?
    let numberings: Numberings
    let snippets: [PreparedSnippet]
    let touches: [String: [Touch]]
    let history: History
    let answers: Answers
    let suppressed: SuppressedAddresses
    let shared: SharedAddresses
    let voices: [String: VoiceRecord]
    /// The selections of accounts that share an address, by id. They depend on each other, so they are made together.
    private var sharing: [String: AccountSelection] = [:]

    package init(library: Library, ledger: Ledger, month: YearMonth, asOf: CalendarDate? = nil) {
        self.library = library
        self.month = month
        self.asOf = asOf
        var numberings = Numberings()
        snippets = library.snippets.map { PreparedSnippet($0, &numberings) }
        self.numberings = numberings
        touches = Dictionary(grouping: library.touches, by: \.account)
        let ids = SnippetIDs(library.snippets)
        history = History(ledger: ledger, ids: ids, month: month)
        answers = Answers(ledger: ledger, ids: ids)
        suppressed = SuppressedAddresses(library, ledger)
        shared = SharedAddresses(library, month: month)
        voices = Dictionary(library.voices.map { ($0.id, $0) }) { first, _ in first }
        sharing = selectionsOfSharing()
    }

    var rules: DigestRules { library.configuration.digest }

    /// Who gets what at an account of the library, and why.
    package func selection(of account: Account) -> AccountSelection {
        sharing[account.id] ?? selection(of: account, carried: [:])
    }

    /// The selections of accounts that share an address. They are made in order, so that nobody gets an item twice
    /// (docs/selection.md, "Addresses").
    private func selectionsOfSharing() -> [String: AccountSelection] {
        var carried: [String: IDs] = [:]
        var made: [String: AccountSelection] = [:]
        for index in shared.accounts {
            let selection = selection(of: library.accounts[index], carried: carried)
            for contact in selection.contacts where contact.status == .ready {
                for position in contact.chosen {
                    carried[contact.contact.email.lowercased(), default: IDs()]
                        .insert(contact.candidates[position].snippet)
                }
            }
            made[selection.account.id] = selection
        }
        return made
    }

    private func selection(of account: Account, carried: [String: IDs]) -> AccountSelection {
        guard let slot = account.slot(in: month, configuration: library.configuration) else {
            // Without a slot there is nothing to compare caps and holds with. What does not depend on the day still
            // holds.
            return result(account, slot: nil, status: .notDue, holds: []) { contact in
                standing(of: contact, at: account) ?? ContactSelection(contact, .notDue)
            }
        }
        let holds = account.activeHolds(on: slot, configuration: library.configuration)
        let facts = AccountFacts(account, slot: slot, holds: holds, run: self)
        let status = status(facts)
        let accountReasons = status == .due || status == .recovery ? snippets.map { accountReason($0, facts) } : []
        return result(account, slot: slot, status: status, holds: holds) { contact in
            if let standing = standing(of: contact, at: account) { return standing }
            if let cap = cap(contact, facts: facts) { return ContactSelection(contact, cap) }
            switch status {
            case .notDue: return ContactSelection(contact, .notDue)
            case .held: return ContactSelection(contact, .held)
            case .recovery, .due: break
            }
            let contactFacts = ContactFacts(contact, facts, carried: carried, run: self)
            return selected(contact, contactFacts, accountReasons, facts, inRecovery: status == .recovery)
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

    private func selected(
        _ contact: Account.Contact, _ contactFacts: ContactFacts, _ accountReasons: [Reason?], _ facts: AccountFacts,
        inRecovery: Bool
    ) -> ContactSelection {
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
            contact: contact, status: gate.passed ? .ready : .withheld, suppression: nil,
            timing: timing(of: contact, at: facts.account, slot: facts.slot), sent: [], gate: gate,
            candidates: candidates, hasRecentTopics: contactFacts.recentKPIs != IDs(), chosen: chosen)
    }

    /// The snippets that are superseded by one that passed filters 1 to 16 (docs/selection.md, section 4, filter 17).
    /// A snippet that is superseded itself still supersedes others, because it passed filters 1 to 16.
    private func superseded(_ reasons: [Reason?]) -> [Int] {
        let names = Set(snippets.indices.filter { reasons[$0] == nil }.flatMap { snippets[$0].snippet.supersedes })
        guard !names.isEmpty else { return [] }
        return snippets.indices.filter { reasons[$0] == nil && names.contains(snippets[$0].snippet.id) }
    }
}
