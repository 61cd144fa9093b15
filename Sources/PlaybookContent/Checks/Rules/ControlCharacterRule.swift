import PlaybookCore

extension Rule {
    static let controlCharacter = Rule(
        "control-character",
        "A control character, or another invisible character that no text needs, such as one that changes the direction of text. Only byte order marks in chapters can be lowered.",
        canBeLowered: true,
        why: """
            Nobody sees it, but programs obey it: it can end a line of a message early, break a feed or a calendar file, or show a name \
            backwards. Joiners in emoji and in Persian, soft hyphens and marks on letters are allowed.
            """,
        example: """
            name: "Acme \\u202Esdooƒ"
            """,
        instead: """
            name: Acme Foods
            """)
}
