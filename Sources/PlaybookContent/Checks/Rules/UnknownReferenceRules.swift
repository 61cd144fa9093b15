import PlaybookCore

extension Rule {
    /// A reference to something that is not defined: `unknown-role`, `unknown-kpi`, …
    static func unknown(_ reference: Reference) -> Rule {
        Rule(
            "unknown-\(reference.rawValue)",
            "An id that is no known \(reference.title).",
            why: "\(reference.harm) Ids of this kind are defined in \(reference.definition).",
            example: reference.example.wrong,
            instead: reference.example.right)
    }
}

extension Reference {
    /// What happens to such a reference.
    fileprivate var harm: String {
        switch self {
        case .role: "A role that nobody has reaches nobody, so the content would be written for no one."
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
