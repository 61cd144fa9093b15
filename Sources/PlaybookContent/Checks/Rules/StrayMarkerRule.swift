import PlaybookCore

extension Rule {
    static let strayMarker = Rule(
        "stray-marker",
        "The marker of an internal block or of an alert where it has no effect.",
        why: "What it marks would reach customers.",
        example: "[!INTERNAL] Ask Tomás before you promise a date.",
        instead: """
            > [!INTERNAL]
            > Ask Tomás before you promise a date.
            """)
}
