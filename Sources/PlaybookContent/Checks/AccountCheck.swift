import PlaybookCore
import PlaybookModel

extension Rule {
    static let duplicateContact = Rule(
        "duplicate-contact",
        "An account that lists an e-mail address twice, in `email` or `was`. Case is ignored.",
        why: "One person would get two messages.",
        example: """
            - {name: Ana Silva, email: ana@northwind.example}
            - {name: A. Silva, email: Ana@northwind.example}
            """,
        instead: "- {name: Ana Silva, email: ana@northwind.example}")

    static let holdMismatch = Rule(
        "hold-mismatch",
        "A hold with keys of another kind of hold, or without its own.",
        why: "A hold without effect lets a cheerful digest arrive in the middle of an outage.",
        example: "- {kind: escalation, from: 2026-11-02, until: 2026-11-09}",
        instead: "- {kind: escalation, incident: INC-4411, from: 2026-11-02, closed: null}")

    static let unanchoredCadence = Rule(
        "unanchored-cadence",
        "A cadence whose number of months does not divide 12, without `first_month`.",
        severity: .warning, canBeLowered: true,
        why:
            "Without a first month the count starts again each January: every five months gives January, June, November, and then January.",
        example: "cadence: {every_months: 5}",
        instead: "cadence: {every_months: 5, first_month: 2026-10}")
}

extension RecordFile {
    /// Checks the rules for an account that are not part of its shape. The file must have passed the check of its
    /// shape.
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
            // Addresses that differ only in case are the same mailbox in practice, and one person would get two
            // messages.
            if let earlier = first.updateValue(address, forKey: email.lowercased()) {
                let note = Diagnostic.Note("it was given here first", at: file.place(earlier.source))
                report(.duplicateContact, "`\(email)` is listed twice", at: address, notes: [note])
            }
        }
        // A contact's present address cannot be a former address of another contact, because what was sent to it went to its owner.
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
