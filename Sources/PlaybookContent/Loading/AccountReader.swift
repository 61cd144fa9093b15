import PlaybookCore

/// The account in a file that has passed its shape, and what its own rules say about it.
func readAccount(_ record: inout RecordFile, id: String) -> Account? {
    guard record.isSound, let yaml = record.yaml, let name = yaml["name"]?.scalar else { return nil }
    var account = Account(id: id, name: name)
    set(&account.commonName, yaml["common_name"]?.boolean)
    account.industry = yaml["industry"]?.scalar
    account.region = yaml["region"]?.scalar
    account.language = yaml["language"]?.scalar
    account.timeZone = yaml["time_zone"]?.scalar
    account.stage = yaml["stage"]?.scalar
    account.owner = yaml["owner"]?.scalar
    account.products = yaml["products"].map { versions(in: $0) } ?? [:]
    set(&account.cadence.everyMonths, yaml["cadence"]?["every_months"]?.integer)
    account.cadence.firstMonth = yaml["cadence"]?["first_month"]?.month
    account.cadence.businessDay = yaml["cadence"]?["business_day"]?.integer
    account.kpis = (yaml["kpis"]?.entries ?? []).map { entry in
        Account.Target(kpi: entry.key, target: entry.value["target"]?.decimal)
    }
    account.contacts = readContacts(yaml, &record)
    account.holds = (yaml["holds"]?.items ?? []).compactMap { readHold($0, &record) }
    return record.isSound ? account : nil
}

private func readContacts(_ yaml: YAMLNode, _ record: inout RecordFile) -> [Account.Contact] {
    var first: [String: YAMLNode] = [:]
    return (yaml["contacts"]?.items ?? []).compactMap { node in
        guard let name = node["name"]?.scalar, let address = node["email"], let email = address.scalar else {
            return nil
        }
        // Mailboxes differ by case in theory only; two messages to one person are the harm.
        if let earlier = first.updateValue(address, forKey: email.lowercased()) {
            let note = Diagnostic.Note("it stands here already", at: record.file.place(earlier.source))
            record.report(.duplicateContact, "`\(email)` is listed twice", at: address, notes: [note])
        }
        return Account.Contact(
            name: name, email: email, roles: node["roles"]?.texts ?? [], kpis: node["kpis"]?.texts ?? [],
            status: node["status"]?.choice(Account.Contact.Status.self) ?? .active)
    }
}

private func readHold(_ node: YAMLNode, _ record: inout RecordFile) -> Account.Hold? {
    guard let kind = node["kind"]?.choice(Account.Hold.Kind.self), let from = node["from"]?.date else { return nil }
    let hold = Account.Hold(
        kind: kind, from: from, until: node["until"]?.date, incident: node["incident"]?.scalar,
        closed: node["closed"]?.date, owner: node["owner"]?.scalar, note: node["note"]?.scalar)
    if kind == .escalation {
        if hold.incident == nil {
            record.report(
                .holdMismatch, "an escalation has no `incident`", at: node, help: "name the incident it is about")
        }
        if hold.until != nil {
            record.report(
                .holdMismatch, "an escalation has an `until`", at: node["until"],
                help: "it ends when it is `closed`, some business days later")
        }
    } else {
        for key in ["incident", "closed"] where node[key] != nil {
            record.report(
                .holdMismatch, "`\(key)` is given for a \(kind) hold", at: node[key], help: "only escalations have one")
        }
    }
    for (key, end) in [("until", hold.until), ("closed", hold.closed)] {
        guard let end, end < from else { continue }
        record.report(
            .datesOutOfOrder, "`\(key)` is \(end), before the hold starts", at: node[key], help: "from is \(from)")
    }
    return hold
}
