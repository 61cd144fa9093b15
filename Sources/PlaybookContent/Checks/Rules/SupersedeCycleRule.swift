import PlaybookCore

extension Rule {
    static let supersedeCycle = Rule(
        "supersede-cycle",
        "Snippets that replace each other in a circle.",
        why: "Each gives way to the other, so nobody gets any.",
        example: """
            a.md: supersedes: [b]
            b.md: supersedes: [a]
            """,
        instead: "b.md: supersedes: [a]")
}
