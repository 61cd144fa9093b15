import PlaybookCore

extension Rule {
    static let duplicateKey = Rule(
        "duplicate-key",
        "A key that is given twice.",
        why: "One of the two values has no effect, and nobody can tell which was meant.",
        example: """
            publish: 2026-10-01
            publish: 2026-11-01
            """,
        instead: "publish: 2026-11-01")
}
