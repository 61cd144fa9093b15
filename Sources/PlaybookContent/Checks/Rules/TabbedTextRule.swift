import PlaybookCore

extension Rule {
    static let tabbedText = Rule(
        "tabbed-text",
        "A paragraph of a snippet with tabs in it.",
        severity: .warning, canBeLowered: true,
        why:
            "It probably is a table from a word processor or a spreadsheet. Customers would get its cells as one line of words.",
        example: "Tool\tLife\tCost",
        instead: """
            | Tool | Life | Cost |
            |---|---|---|
            """)
}
