import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// The part of a contact's status that does not depend on the day, in the order of docs/selection.md, section 3;
    /// nil if the rest decides.
    func standing(
        of contact: Account.Contact, _ addresses: [String], at account: Account
    ) -> ContactSelection? {
        if let suppression = suppressed.suppression(of: contact, addresses: addresses) {
            return ContactSelection(contact, .suppressed, suppression: suppression)
        }
        if contact.roles.isEmpty { return ContactSelection(contact, .noRole) }
        let sent = history.sent(to: addresses, at: account.id)
        return sent.isEmpty ? nil : ContactSelection(contact, .sent, sent: sent)
    }

    /// `contactCapped` or `accountCapped`; nil if neither applies (docs/selection.md, section 3).
    func cap(_ contact: Account.Contact, _ addresses: [String], facts: AccountFacts) -> ContactStatus? {
        let caps = rules.caps
        func isWithin(_ days: Int, _ date: CalendarDate) -> Bool {
            (0..<max(0, days)).contains(facts.slot.days(since: date))
        }
        let own = (touches[facts.account.id] ?? []).filter { $0.contact == contact.email && $0.isWritten }.map(\.date)
        let sent = history.days(to: addresses, at: facts.account.id)
        if own.contains(where: { isWithin(caps.contactDays, $0) })
            || sent.contains(where: { isWithin(caps.contactDays, $0) })
        {
            return .contactCapped
        }
        return facts.recentTouches >= caps.accountTouches ? .accountCapped : nil
    }

    /// The number of touches of an account in the days that count. All digests and surveys of one day count as one
    /// touch, however many contacts got them.
    func recentTouches(of account: Account, slot: CalendarDate) -> Int {
        let days = 0..<max(0, rules.caps.accountDays)
        let touches = (touches[account.id] ?? []).filter { days.contains(slot.days(since: $0.date)) }
        let written = touches.filter(\.isWritten).map(\.date)
        let sent = history.days(at: account.id).filter { days.contains(slot.days(since: $0)) }
        let all = written + sent
        // Mostly there is none, or one day for all readers.
        return (all.count > 1 ? Set(all).count : all.count) + touches.count { !$0.isWritten }
    }

    /// Whether a message is late or missed; nil if it is neither (docs/selection.md, "Late months").
    func timing(of contact: Account.Contact, at account: Account, slot: CalendarDate) -> Timing? {
        guard let asOf, asOf > slot else { return nil }
        let isTold = (touches[account.id] ?? []).contains { touch in
            touch.contact == contact.email && touch.channel == .digest && touch.date.yearMonth == month
        }
        if isTold { return nil }
        return asOf.days(since: slot) <= rules.catchUpDays ? .late : .missed
    }
}

extension Touch {
    /// True for a digest or a survey, which a contact reads.
    fileprivate var isWritten: Bool { channel == .digest || channel == .survey }
}

extension ContactSelection {
    /// A contact for whom nothing was selected.
    init(
        _ contact: Account.Contact, _ status: ContactStatus, suppression: Suppressed? = nil, sent: [SentItem] = []
    ) {
        self.init(
            contact: contact, status: status, suppression: suppression, timing: nil, sent: sent, gate: nil,
            candidates: [], hasRecentTopics: false, chosen: [])
    }
}
