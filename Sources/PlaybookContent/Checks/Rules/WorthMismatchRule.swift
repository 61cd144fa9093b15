import PlaybookCore

extension Rule {
    static let worthMismatch = Rule(
        "worth-mismatch",
        "A snippet with both `kpis` and `worth`.",
        why: "`worth` is for snippets that move no KPI. With both, the snippet would count twice.",
        example: """
            kpis: [oee]
            worth: duty
            """,
        instead: "worth: duty")
}
