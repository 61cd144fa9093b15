import PlaybookCore
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
    fileprivate init?(yaml: YAMLNode) {
        guard let kind = yaml["kind"]?.choice(Kind.self), let from = yaml["from"]?.date else { return nil }
        self.init(
            kind: kind, from: from, until: yaml["until"]?.date, incident: yaml["incident"]?.scalar,
            closed: yaml["closed"]?.date, owner: yaml["owner"]?.scalar, note: yaml["note"]?.scalar)
    }
}

extension RecordFile {
    /// Checks the rules of an account that its shape does not contain. The file has passed the check of its shape.
    mutating func checkAccount() {
        guard isSound, let yaml else { return }
        checkContacts(yaml["contacts"]?.items ?? [])
        for node in yaml["holds"]?.items ?? [] { checkHold(node) }
        checkCadence(yaml["cadence"])
    }

    /// Without `first_month`, months are counted from each January.
    private mutating func checkCadence(_ cadence: YAMLNode?) {
        guard let months = cadence?["every_months"], let count = months.integer, count > 0, 12 % count != 0,
            cadence?["first_month"] == nil
        else { return }
        report(
            .unanchoredCadence, "every \(count) months starts again each January", at: months,
            help: "say with `first_month: YYYY-MM` from which month to count")
    }

    private mutating func checkContacts(_ contacts: [YAMLNode]) {
        var first: [String: YAMLNode] = [:]
        for address in contacts.compactMap({ $0["email"] }) {
            guard let email = address.scalar else { continue }
            // Mailboxes differ by case only in theory; the harm is that one person gets two messages.
            if let earlier = first.updateValue(address, forKey: email.lowercased()) {
                let note = Diagnostic.Note("it is here already", at: file.place(earlier.source))
                report(.duplicateContact, "`\(email)` is listed twice", at: address, notes: [note])
            }
        }
        // What went to an address that somebody has now cannot have gone to another contact.
        for former in contacts.flatMap({ $0["was"]?.items ?? [] }) {
            guard let address = former.scalar, let owner = first[address.lowercased()] else { continue }
            let note = Diagnostic.Note("it is a contact's present address here", at: file.place(owner.source))
            report(.duplicateContact, "`\(address)` is listed twice", at: former, notes: [note])
        }
    }

    private mutating func checkHold(_ node: YAMLNode) {
        guard let hold = Account.Hold(yaml: node) else { return }
        if hold.kind == .escalation {
            if hold.incident == nil {
                report(
                    .holdMismatch, "an escalation has no `incident`", at: node, help: "name the incident it is about")
            }
            if hold.until != nil {
                report(
                    .holdMismatch, "an escalation has an `until`", at: node["until"],
                    help: "it ends when it is `closed`, some business days later")
            }
        } else {
            for key in ["incident", "closed"] where node[key] != nil {
                report(
                    .holdMismatch, "`\(key)` is given for a \(hold.kind) hold", at: node[key],
                    help: "only escalations have one")
            }
        }
        for (key, end) in [("until", hold.until), ("closed", hold.closed)] {
            guard let end, end < hold.from else { continue }
            report(
                .datesOutOfOrder, "`\(key)` is \(end), before the hold starts", at: node[key],
                help: "from is \(hold.from)")
        }
    }
}
