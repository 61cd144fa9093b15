import PlaybookCore

extension Rule {
    static let duplicateHeadingID = Rule(
        "duplicate-heading-id",
        "Two headings with the same id of their own.",
        canBeLowered: true,
        why: "A link to the id leads to one of them, and may mean the other.",
        example: """
            ## Calls {#talk}
            ## Visits {#talk}
            """,
        instead: """
            ## Calls {#calls}
            ## Visits {#visits}
            """)
}
