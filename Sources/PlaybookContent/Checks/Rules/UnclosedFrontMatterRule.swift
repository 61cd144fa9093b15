import PlaybookCore

extension Rule {
    static let unclosedFrontMatter = Rule(
        "unclosed-front-matter",
        "Front matter that starts but does not end.",
        why: "The whole page would be taken for settings.",
        example: """
            ---
            title: Roles

            # Roles
            """,
        instead: """
            ---
            title: Roles
            ---

            # Roles
            """)
}
