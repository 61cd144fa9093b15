import PlaybookCore

extension Rule {
    static let unusedSnippet = Rule(
        "unused-snippet",
        "A snippet that no contact of any account can get.",
        severity: .warning, canBeLowered: true,
        why:
            "It was written for readers who do not exist: its conditions exclude each other, or no contact has its roles.",
        example: """
            industries: [pharma]
            roles: [operator]   # no pharma account has one
            """,
        instead: """
            industries: [pharma]
            roles: [process]
            """)
}
