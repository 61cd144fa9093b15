import PlaybookCore

extension Rule {
    static let duplicateContact = Rule(
        "duplicate-contact",
        "An account that lists an e-mail address twice, in whatever case, be it in `email` or in `was`.",
        why: "One person would get two messages.",
        example: """
            - {name: Ana Silva, email: ana@northwind.example}
            - {name: A. Silva, email: Ana@northwind.example}
            """,
        instead: "- {name: Ana Silva, email: ana@northwind.example}")
}
