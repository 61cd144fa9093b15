import PlaybookCore

extension Rule {
    static let missingOwner = Rule(
        "missing-owner",
        "A chapter, a snippet or an account without an owner, where colleagues are listed in `people:`.",
        severity: .warning, canBeLowered: true,
        why: "Without an owner nobody keeps it up to date.",
        example: "title: Roles",
        instead: """
            title: Roles
            owner: priya
            """)
}
