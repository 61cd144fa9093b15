import PlaybookCore
import PlaybookModel

/// What filters and points need to know about an account.
struct AccountFacts: Sendable {
    let account: Account
    let slot: CalendarDate
    let holds: [Account.Hold]
    let id: IDs
    let industry: IDs
    let region: IDs
    let stage: IDs
    let language: IDs
    let products: IDs
    let offTarget: IDs
    /// The merge fields that have a value for every contact.
    let fields: IDs
    /// The number of touches of the account that count towards its cap.
    let recentTouches: Int
    /// The incidents of the holds that are active on the slot.
    let activeIncidents: Set<String>
    /// The incidents of all holds that have begun by the slot.
    let knownIncidents: Set<String>
    /// The voice records that a message of the account in an earlier month answered.
    let answered: Set<String>

    init(_ account: Account, slot: CalendarDate, holds: [Account.Hold], run: SelectionRun) {
        let configuration = run.library.configuration
        let numberings = run.numberings
        let month = run.month
        self.account = account
        self.slot = slot
        self.holds = holds
        id = numberings.accounts.known([account.id])
        industry = numberings.industries.known(account.industry.map { [$0] } ?? [])
        region = numberings.regions.known(account.region.map { [$0.lowercased()] } ?? [])
        stage = numberings.stages.known(account.stage.map { [$0] } ?? [])
        language = numberings.languages.known([account.language ?? configuration.site.language])
        products = numberings.products.known(account.products.keys)
        offTarget = numberings.kpis.known(
            account.kpis.map(\.kpi).filter { id in
                guard let kpi = configuration.kpi(id), let target = account.target(of: id),
                    let latest = run.library.freshReading(of: id, account: account.id, month: month)
                else { return false }
                return kpi.misses(latest.value, target: target)
            })
        let values = mergeValues(
            numberings.fields.ids, account: account, contact: nil, month: month, library: run.library)
        fields = numberings.fields.known(values.keys)
        recentTouches = run.recentTouches(of: account, slot: slot)
        activeIncidents = Set(holds.compactMap(\.incident))
        knownIncidents = Set(account.holds.filter { $0.from <= slot }.compactMap(\.incident))
        answered = Set(run.history.carried(to: account.id).flatMap { run.snippets[$0].snippet.answers })
    }
}

/// What filters and points need to know about a contact.
struct ContactFacts: Sendable {
    let roles: IDs
    let primaryRole: IDs
    /// The KPIs that the contact steers by.
    let kpis: IDs
    /// The merge fields that have a value for them.
    let fields: IDs
    let seen: IDs
    let declined: IDs
    /// The snippets that colleagues who share a role with the contact declined lately.
    let notForColleagues: IDs
    let recentKPIs: IDs

    /// - Parameter carried: by address, what the messages of this month carry at accounts that are taken before this
    ///   one.
    init(_ contact: Account.Contact, _ facts: AccountFacts, carried: [String: IDs], run: SelectionRun) {
        let addresses = contact.addresses
        let numberings = run.numberings
        roles = numberings.roles.known(contact.roles)
        primaryRole = numberings.roles.known(contact.roles.prefix(1))
        kpis = numberings.kpis.known(facts.account.steering(contact))
        var fields = facts.fields
        if !contact.name.isEmpty { fields.formUnion(numberings.fields.known(["contact.name"])) }
        self.fields = fields
        var seen = run.history.seen(by: addresses) { run.shared.isTaken($0, before: facts.account.id) }
        for address in addresses { if let more = carried[address] { seen.formUnion(more) } }
        self.seen = seen
        declined = run.answers.declined(by: addresses)
        notForColleagues = run.notForColleagues(of: contact, facts)
        var recent = IDs()
        for index in run.history.recent(of: addresses, at: facts.account.id) {
            recent.formUnion(run.snippets[index].kpis)
        }
        recentKPIs = recent
    }
}
