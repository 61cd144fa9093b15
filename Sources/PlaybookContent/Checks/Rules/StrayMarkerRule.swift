import PlaybookCore

extension Rule {
    static let strayMarker = Rule(
        "stray-marker",
        """
        What a reader takes for the marker of an internal block or an alert where it has no effect; an internal block with \
        nothing in it.
        """,
        why: "What it marks would reach customers, paper, search and the Markdown twins of pages.",
        example: "[!INTERNAL] Ask Tomás before you promise a date.",
        instead: """
            > [!INTERNAL]
            > Ask Tomás before you promise a date.
            """)
}
