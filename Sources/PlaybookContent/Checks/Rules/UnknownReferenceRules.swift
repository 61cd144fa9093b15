import PlaybookCore

extension Rule {
    /// A reference to something that is not defined: `unknown-role`, `unknown-kpi`, …
    static func unknown(_ reference: Reference) -> Rule {
        Rule(
            "unknown-\(reference.rawValue)",
            "The id of \(reference.missing).",
            why: "\(reference.harm) Ids of this kind are defined in \(reference.definition).",
            example: reference.example.wrong,
            instead: reference.example.right)
    }
}

extension Reference {
    /// What does not exist, such as `an account that does not exist`.
    fileprivate var missing: String {
        switch self {
        case .industry, .account: "an \(title) that does not exist"
        case .person: "a person who does not exist"
        default: "a \(title) that does not exist"
        }
    }

    /// The harm that such a reference does.
    fileprivate var harm: String {
        switch self {
        case .role: "No contact has a role that does not exist, so nobody would get the content."
        case .industry: "No account is in an industry that does not exist, so nobody would get the snippet."
        case .product: "No account has a product that does not exist, so nobody would get the snippet."
        case .stage: "No account is in a stage that does not exist, so nobody would get the snippet."
        case .kpi: "A KPI that is not defined has no unit and no readings."
        case .person: "Questions about the content would go to nobody."
        case .account:
            "A snippet for a customer who does not exist reaches nobody, and may have been meant for another."
        case .snippet: "The snippet that should be replaced would still be sent."
        case .voice: "The customer who asked would never be told that there is an answer."
        }
    }

    fileprivate var example: (wrong: String, right: String) {
        switch self {
        case .role: ("roles: [maintainance]", "roles: [maintenance]")
        case .industry: ("industries: [food]", "industries: [food-beverage]")
        case .product: ("products: [edge-gatway]", "products: [edge-gateway]")
        case .stage: ("stage: adapt", "stage: adopt")
        case .kpi: ("kpis: [downtime]", "kpis: [unplanned-downtime]")
        case .person: ("owner: pria", "owner: priya")
        case .account: ("accounts: [northwind]", "accounts: [northwind-foods]")
        case .snippet: ("supersedes: [bearing-alert-beta]", "supersedes: [bearing-alerts-beta]")
        case .voice: ("answers: [northwind-alert-noise]", "answers: [2026-10-12-northwind-alert-noise]")
        }
    }
}

extension ShapeCheck {
    /// Reports an id that is not known.
    mutating func checkReference(_ id: String, _ reference: Reference, at source: Range<Int>) {
        guard !known[reference].contains(id) else { return }
        let near = Diagnostic.help(didYouMean: suggestion(for: id, among: known[reference]))
        report(
            .unknown(reference), "unknown \(reference.title) `\(id)`", at: source,
            help: helpForTypographicQuotes(id) ?? near ?? "it is not in \(reference.definition)",
            notes: near == nil ? [] : [Diagnostic.Note("it is not in \(reference.definition)")],
            fix: correction(of: id, as: reference, among: known, at: source, in: file))
    }
}

extension FieldCheck {
    /// The id in a field. If it is not known, reports that and returns nil.
    mutating func reference(_ field: Table.Field, _ reference: Reference) -> String? {
        if known[reference].contains(field.text) { return field.text }
        let message = "unknown \(reference.title) `\(showingInvisibles(field.text))`"
        if findings.countRepeat(.unknown(reference), message) { return nil }
        let near = findings.suggestion(for: field.text, among: known[reference])
        let definition = "it is not in \(reference.definition)"
        let fix =
            near == nil
            ? nil : correction(of: field.text, as: reference, among: known, at: field.source, in: findings.file)
        findings.add(
            .unknown(reference), message, at: field.source, help: Diagnostic.help(didYouMean: near) ?? definition,
            notes: near == nil ? [] : [Diagnostic.Note(definition)], fix: fix)
        return nil
    }
}
