import PlaybookContent
import PlaybookCore

extension SelectionRun {
    /// The account's status: the first that applies (selection.md, section 2).
    func status(_ facts: AccountFacts) -> AccountStatus {
        guard facts.account.isDue(in: month) else { return .notDue }
        guard !facts.holds.isEmpty else { return .due }
        let news = snippets.contains { snippet in
            guard let incident = snippet.snippet.incident, facts.activeIncidents.contains(incident) else {
                return false
            }
            return libraryReason(snippet, facts) == nil
        }
        return news && facts.holds.allSatisfy { $0.kind == .escalation } ? .recovery : .held
    }

    /// The contact's status where it does not depend on what would be in the message (selection.md, section 3).
    func earlyStatus(
        _ contact: Account.Contact, status: AccountStatus, facts: AccountFacts
    ) -> ContactStatus? {
        if let standing = contact.standing { return standing }
        let touches = touches[facts.account.id] ?? []
        let caps = rules.caps
        let isContactCapped = touches.contains { touch in
            touch.contact == contact.email && (touch.channel == .digest || touch.channel == .survey)
                && (0..<max(0, caps.contactDays)).contains(facts.slot.days(since: touch.date))
        }
        if isContactCapped { return .contactCapped }
        let recent = touches.count { (0..<max(0, caps.accountDays)).contains(facts.slot.days(since: $0.date)) }
        if recent >= caps.accountTouches { return .accountCapped }
        switch status {
        case .notDue: return .notDue
        case .held: return .held
        case .recovery, .due: return nil
        }
    }
}

extension Account.Contact {
    /// The status that the contact has on any day.
    var standing: ContactStatus? {
        if status != .active { return .suppressed }
        return roles.isEmpty ? .noRole : nil
    }
}
