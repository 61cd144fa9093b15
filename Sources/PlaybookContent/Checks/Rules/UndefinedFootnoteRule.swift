import PlaybookCore

extension Rule {
    static let undefinedFootnote = Rule(
        "undefined-footnote",
        "A reference to a footnote that there is not.",
        severity: .warning, canBeLowered: true,
        why: "Readers see its brackets, and miss the source.",
        example: "Nine days.[^trial]",
        instead: """
            Nine days.[^trial]

            [^trial]: On 22 drives.
            """)
}
