import PlaybookCore

extension Rule {
    static let duplicateFootnote = Rule(
        "duplicate-footnote",
        "Two footnotes with the same label.",
        canBeLowered: true,
        why: "Only the first is ever shown.",
        example: """
            [^1]: On 22 drives.
            [^1]: On 60 drives.
            """,
        instead: """
            [^1]: On 22 drives.
            [^2]: On 60 drives.
            """)
}
