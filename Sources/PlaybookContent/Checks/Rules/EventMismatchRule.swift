import PlaybookCore

extension Rule {
    static let eventMismatch = Rule(
        "event-mismatch",
        "An event without a date and place, or a date of an event on another kind.",
        why: "An invitation without a date cannot be accepted.",
        example: "kind: event",
        instead: """
            kind: event
            event: {date: 2026-11-19, place: Online}
            """)
}
