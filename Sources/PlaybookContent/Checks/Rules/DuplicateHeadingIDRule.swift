import PlaybookCore

extension Rule {
    static let duplicateHeadingID = Rule(
        "duplicate-heading-id",
        "Two headings that name the same id for themselves.",
        canBeLowered: true,
        why: "A link leads to one of them, and may mean the other.",
        example: """
            ## Calls {#talk}
            ## Visits {#talk}
            """,
        instead: """
            ## Calls {#calls}
            ## Visits {#visits}
            """)
}
