import PlaybookCore

extension Rule {
    static let worthWithoutReason = Rule(
        "worth-without-reason",
        "A snippet with `worth` whose text does not name the date, the rule or the danger.",
        severity: .warning, canBeLowered: true,
        why:
            "Such a snippet counts without a KPI because of a date, an obligation or a danger, and readers must learn which.",
        example: """
            title: Certificates of the gateway run out soon
            worth: date
            """,
        instead: """
            title: Certificates of the gateway run out on 31 March 2027
            worth: date
            """)
}
