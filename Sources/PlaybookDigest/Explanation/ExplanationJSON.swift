import PlaybookModel

/// Why each contact of an account gets, or does not get, each snippet, as one JSON object on one line without a line
/// feed at its end (docs/selection.md, "`playbook explain --format json`").
///
/// - Parameters:
///   - library: the library that the selection was made from.
///   - email: the address of the only contact to explain; nil for all.
package func explanationJSON(_ selection: AccountSelection, library: Library, contact email: String? = nil) -> String {
    let contacts = selection.contacts.filter { email == nil || $0.contact.email == email }
    let value = JSONLine.object([
        ("account", .text(selection.account.id)),
        ("month", .text("\(selection.month)")),
        ("slot", .optional(selection.slot?.description)),
        ("status", .text(selection.status.rawValue)),
        ("hold", .optional(selection.hold?.rawValue)),
        ("contacts", .list(contacts.map { jsonValue($0, library) })),
    ])
    return String(decoding: value.bytes, as: UTF8.self)
}

private func jsonValue(_ contact: ContactSelection, _ library: Library) -> JSONLine {
    .object([
        ("contact", .text(contact.contact.email)),
        ("status", .text(contact.status.rawValue)),
        ("suppression", .optional(contact.suppression?.reason.rawValue)),
        ("timing", .optional(contact.timing?.rawValue)),
        ("sent", .list(contact.sent.map(jsonValue))),
        ("gate", contact.gate.map(jsonValue) ?? .null),
        ("candidates", .list(contact.candidates.map { jsonValue($0, library) })),
    ])
}

private func jsonValue(_ item: SentItem) -> JSONLine {
    .object([
        ("snippet", .text(item.snippet)), ("revision", .number(item.revision)), ("state", .text(item.state.rawValue)),
    ])
}

private func jsonValue(_ gate: GateResult) -> JSONLine {
    .object([
        ("items", .number(gate.items)), ("kpi_items", .number(gate.kpiItems)), ("points", .number(gate.points)),
        ("passed", .flag(gate.passed)),
    ])
}

private func jsonValue(_ candidate: Candidate, _ library: Library) -> JSONLine {
    .object([
        ("snippet", .text(library.snippets[candidate.snippet].id)),
        ("verdict", .text(candidate.verdict.rawValue)),
        ("reason", .optional(candidate.reason?.rawValue)),
        ("points", .object(candidate.points.map { ($0.name.rawValue, .number($0.points)) })),
        ("total", .number(candidate.total)),
    ])
}
