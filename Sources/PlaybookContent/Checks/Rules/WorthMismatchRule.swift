import PlaybookCore

extension Rule {
    static let worthMismatch = Rule(
        "worth-mismatch",
        "A snippet with both `kpis` and `worth`.",
        why: "`worth` stands in place of KPIs, for what moves none: with both, it would count twice.",
        example: """
            kpis: [oee]
            worth: duty
            """,
        instead: "worth: duty")
}
