import PlaybookCore

extension Rule {
    static let supersedeCycle = Rule(
        "supersede-cycle",
        "Snippets that replace each other in a circle.",
        why: "Each is left out because of another, so nobody gets any of them.",
        example: """
            a.md: supersedes: [b]
            b.md: supersedes: [a]
            """,
        instead: "b.md: supersedes: [a]")
}
