import PlaybookCore

extension Rule {
    static let datesOutOfOrder = Rule(
        "dates-out-of-order",
        "An end that comes before its beginning.",
        why: "The snippet would never be sent, or the hold would never be active.",
        example: """
            publish: 2026-10-15
            expires: 2026-01-31
            """,
        instead: """
            publish: 2026-10-15
            expires: 2027-01-31
            """)
}
