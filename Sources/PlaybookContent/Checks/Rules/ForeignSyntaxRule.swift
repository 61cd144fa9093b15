import PlaybookCore

extension Rule {
    static let foreignSyntax = Rule(
        "foreign-syntax",
        "Markup of another generator, such as a shortcode, that stays on the page as text. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the markup in place of what it stands for: a note, a picture, a part of another file.",
        example: """
            !!! warning
                Switch the gateway off.
            """,
        instead: """
            > [!WARNING]
            > Switch the gateway off.
            """)
}
