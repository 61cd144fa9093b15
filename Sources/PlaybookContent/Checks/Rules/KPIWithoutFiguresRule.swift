import PlaybookCore
import PlaybookModel

extension Rule {
    static let kpiWithoutFigures = Rule(
        "kpi-without-figures",
        "A contact steers by a KPI for which the account has neither a target nor a reading.",
        severity: .warning, canBeLowered: true,
        why: "Messages to the contact can never show the KPI, and it is never off target.",
        example: """
            kpis: {oee: {target: 85}}
            contacts:
              - {name: Ana Silva, email: ana@contoso.example, kpis: [scrap-rate]}
            """,
        instead: """
            kpis: {oee: {target: 85}, scrap-rate: {target: 2}}
            contacts:
              - {name: Ana Silva, email: ana@contoso.example, kpis: [scrap-rate]}
            """)
}

/// A KPI that a contact steers by, with its place in the account's file.
struct KPIUse: Sendable {
    let account: String
    let kpi: String
    let contact: String
    let place: Place
}

/// The KPIs that contacts in an account's file steer by, without contacts who get no messages.
func kpiUses(of account: String, in record: RecordFile) -> [KPIUse] {
    (record.yaml?["contacts"]?.items ?? []).flatMap { contact in
        let isActive = contact["status"]?.choice(Account.Contact.Status.self) ?? .active == .active
        return (isActive ? contact["kpis"]?.items ?? [] : []).compactMap { node in
            node.scalar.map {
                KPIUse(
                    account: account, kpi: $0, contact: contact["name"]?.scalar ?? "the contact",
                    place: record.file.place(node.source))
            }
        }
    }
}

/// The findings about KPIs of contacts for which the account has neither a target nor a reading.
func checkFigures(_ uses: [KPIUse], _ accounts: [Account], _ readings: Readings) -> [Diagnostic] {
    let targets = Dictionary(accounts.map { ($0.id, Set($0.kpis.map(\.kpi))) }) { first, _ in first }
    return uses.compactMap { use in
        guard let known = targets[use.account], !known.contains(use.kpi),
            !readings.has(account: use.account, kpi: use.kpi)
        else { return nil }
        return Diagnostic(
            .kpiWithoutFigures, "`\(use.account)` has no target and no reading for \(use.kpi)", at: use.place,
            help: "add it under `kpis:` of the account, or take it from \(use.contact)")
    }
}
