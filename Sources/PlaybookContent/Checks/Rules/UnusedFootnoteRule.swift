import PlaybookCore

extension Rule {
    static let unusedFootnote = Rule(
        "unused-footnote",
        "A footnote that nothing refers to.",
        severity: .warning, canBeLowered: true,
        why: "Nobody sees it.",
        example: "[^trial]: On 22 drives.",
        instead: """
            Nine days.[^trial]

            [^trial]: On 22 drives.
            """)
}
