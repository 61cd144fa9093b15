import PlaybookCore

extension Rule {
    static let holdMismatch = Rule(
        "hold-mismatch",
        "A hold with keys of another kind of hold, or without its own.",
        why: "A hold without effect lets a cheerful digest arrive in the middle of an outage.",
        example: "- {kind: escalation, from: 2026-11-02, until: 2026-11-09}",
        instead: "- {kind: escalation, incident: INC-4411, from: 2026-11-02, closed: null}")
}
