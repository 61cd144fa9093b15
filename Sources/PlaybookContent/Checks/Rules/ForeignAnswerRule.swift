import PlaybookCore

extension Rule {
    static let foreignAnswer = Rule(
        "foreign-answer",
        "A snippet for named accounts that answers another account.",
        why: "The account that asked can never get the answer.",
        example: """
            accounts: [northwind-foods]
            answers: [2026-10-07-contoso-scrap-by-tool]
            """,
        instead: """
            accounts: [northwind-foods, contoso-motors]
            answers: [2026-10-07-contoso-scrap-by-tool]
            """)
}
