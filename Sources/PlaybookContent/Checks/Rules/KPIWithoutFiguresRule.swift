import PlaybookCore

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
