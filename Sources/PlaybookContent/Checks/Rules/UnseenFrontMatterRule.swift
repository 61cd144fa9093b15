import PlaybookCore

extension Rule {
    static let unseenFrontMatter = Rule(
        "unseen-front-matter",
        "Front matter that is not read, because it does not start with a line `---` at the very start of the file.",
        why: "Its keys would have no effect and would be shown on the page as text; a draft would be published.",
        example: """

            ---
            title: The weekly round
            draft: true
            ---
            """,
        instead: """
            ---
            title: The weekly round
            draft: true
            ---
            """)
}
