import PlaybookCore

extension Rule {
    static let undefinedFootnote = Rule(
        "undefined-footnote",
        "A reference to a footnote that does not exist.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the brackets, and do not get the note.",
        example: "Nine days.[^trial]",
        instead: """
            Nine days.[^trial]

            [^trial]: On 22 drives.
            """)
}
