import PlaybookCore
import PlaybookModel

/// What filters and points need to know about an account.
struct AccountFacts: Sendable {
    let account: Account
    let slot: CalendarDate
    let holds: [Account.Hold]
    /// The KPIs that miss their targets.
    let offTarget: Set<String>
    /// The snippets with a merge field that has no value for any reader at the account. The reader's own name is not considered here.
    let missingFields: IDs
    /// The snippets that answer an open request.
    let answeringRequests: IDs
    /// How many touches of the account count against its cap.
    let recentTouches: Int
    /// The incidents of the holds that are active on the slot.
    let activeIncidents: Set<String>
    /// The incidents of all holds that have begun by the slot.
    let knownIncidents: Set<String>

    init(_ account: Account, slot: CalendarDate, holds: [Account.Hold], run: SelectionRun) {
        let month = run.month
        self.account = account
        self.slot = slot
        self.holds = holds
        offTarget = Set(
            account.kpis.map(\.kpi).filter { id in
                guard let target = account.target(of: id),
                    let latest = run.library.freshReading(of: id, account: account.id, month: month)
                else { return false }
                return run.library.configuration.kpi(id)?.misses(latest.value, target: target) ?? false
            })
        var missing = run.index.unfillable
        for field in run.mergeValues where field != .contactName && !run.hasValue(field, account) {
            missing.formUnion(run.index.fields.asking(for: field.name))
        }
        missingFields = missing
        answeringRequests = run.answeringRequests(of: account)
        recentTouches = run.recentTouches(of: account, slot: slot)
        activeIncidents = Set(holds.compactMap(\.incident))
        knownIncidents = Set(account.holds.filter { $0.from <= slot }.compactMap(\.incident))
    }
}

/// What filters and points need to know about a contact.
struct ContactFacts: Sendable {
    /// The snippets for one of the contact's roles.
    let roles: IDs
    let primaryRole: IDs
    /// The snippets on a KPI that the contact steers by.
    let kpis: IDs
    /// The snippets on a KPI that the contact steers by and that misses its target.
    let offTarget: IDs
    /// The snippets with a merge field that has no value for the contact.
    let missingFields: IDs
    let seen: IDs
    let declined: IDs
    /// The snippets that colleagues who share a role with the contact declined lately.
    let notForColleagues: IDs
    /// The snippets on a KPI of the contact's last messages.
    let recentTopics: IDs

    /// - Parameter carried: by address, what the messages of this month carry at accounts that are taken before this
    ///   one.
    init(
        _ contact: Account.Contact, _ addresses: [String], _ facts: AccountFacts, carried: [String: IDs],
        run: SelectionRun
    ) {
        let index = run.index
        roles = index.roles.asking(for: contact.roles)
        primaryRole = index.roles.asking(for: contact.roles.prefix(1))
        let steering = facts.account.steering(contact)
        kpis = index.kpis.asking(for: steering)
        offTarget = facts.offTarget.isEmpty ? IDs() : index.kpis.asking(for: steering.filter(facts.offTarget.contains))
        var missing = facts.missingFields
        if contact.name.isEmpty { missing.formUnion(index.fields.asking(for: MergeValue.contactName.name)) }
        missingFields = missing
        var seen = run.history.seen(by: addresses) { run.isTaken($0, before: facts.account) }
        for address in addresses { if let more = carried[address] { seen.formUnion(more) } }
        self.seen = seen
        declined = run.answers.declined(by: addresses)
        notForColleagues = run.notForColleagues(of: contact, facts)
        var recent = IDs()
        run.history.recent(of: addresses, at: facts.account.id).forEach { recent.formUnion(index.onSameKPIs[$0]) }
        recentTopics = recent
    }
}
