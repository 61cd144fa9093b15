import PlaybookCore

extension Rule {
    static let includeCycle = Rule(
        "include-cycle",
        "A file that includes itself, directly or by way of others.",
        why: "The page would never end.",
        example: """
            shared/a.md: <!-- include: b.md -->
            shared/b.md: <!-- include: a.md -->
            """,
        instead: "shared/a.md: <!-- include: b.md -->")
}
