import PlaybookCore

extension Rule {
    static let strayMarker = Rule(
        "stray-marker",
        """
        Text that looks like the marker of an internal block or an alert, but has no effect; or an internal block without content.
        """,
        why: "The marked text would get into messages, print pages, the search and the Markdown twins of pages.",
        example: "[!INTERNAL] Ask Tomás before you promise a date.",
        instead: """
            > [!INTERNAL]
            > Ask Tomás before you promise a date.
            """)
}
