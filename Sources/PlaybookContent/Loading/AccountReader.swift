import PlaybookModel

extension Account {
    /// The account that a mapping describes: a file that has passed the check of its shape, rows of an export in the
    /// same form, or both joined. Nil without a name.
    init?(id: String, yaml: YAMLNode) {
        guard let name = yaml["name"]?.scalar else { return nil }
        self.init(id: id, name: name)
        set(&commonName, yaml["common_name"]?.boolean)
        industry = yaml["industry"]?.scalar
        region = yaml["region"]?.scalar
        language = yaml["language"]?.scalar
        timeZone = yaml["time_zone"]?.scalar
        stage = yaml["stage"]?.scalar
        owner = yaml["owner"]?.scalar
        deputy = yaml["deputy"]?.scalar
        if let agreement = yaml["agreement"], let ends = agreement["ends"]?.date {
            self.agreement = Agreement(ends: ends, noticeDays: agreement["notice_days"]?.integer)
        }
        products = yaml["products"].map { versions(in: $0) } ?? [:]
        set(&cadence.everyMonths, yaml["cadence"]?["every_months"]?.integer)
        cadence.firstMonth = yaml["cadence"]?["first_month"]?.month
        cadence.businessDay = yaml["cadence"]?["business_day"]?.integer
        kpis = (yaml["kpis"]?.entries ?? []).map { entry in
            Target(kpi: entry.key, target: entry.value["target"]?.decimal)
        }
        contacts = (yaml["contacts"]?.items ?? []).compactMap { Contact(yaml: $0) }
        holds = (yaml["holds"]?.items ?? []).compactMap { Hold(yaml: $0) }
    }
}

extension Account.Contact {
    fileprivate init?(yaml: YAMLNode) {
        guard let name = yaml["name"]?.scalar, let email = yaml["email"]?.scalar else { return nil }
        self.init(
            name: name, email: email, roles: yaml["roles"]?.texts ?? [], kpis: yaml["kpis"]?.texts ?? [],
            status: yaml["status"]?.choice(Status.self) ?? .active, was: yaml["was"]?.texts ?? [])
        if let consent = yaml["consent"], let date = consent["date"]?.date, let source = consent["source"]?.scalar {
            self.consent = Consent(date: date, source: source)
        }
    }
}

extension Account.Hold {
    /// The hold that a mapping describes; nil without a kind and a start.
    init?(yaml: YAMLNode) {
        guard let kind = yaml["kind"]?.choice(Kind.self), let from = yaml["from"]?.date else { return nil }
        self.init(
            kind: kind, from: from, until: yaml["until"]?.date, incident: yaml["incident"]?.scalar,
            closed: yaml["closed"]?.date, owner: yaml["owner"]?.scalar, note: yaml["note"]?.scalar)
    }
}
