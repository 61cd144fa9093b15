import PlaybookCore

extension Rule {
    static let missingKey = Rule(
        "missing-key",
        "A key without which the file means nothing, or that `require:` makes compulsory.",
        why: "A snippet without roles reaches nobody; an account without a name cannot be greeted.",
        example: """
            title: Seven days of line data survive an outage
            kind: upgrade
            """,
        instead: """
            title: Seven days of line data survive an outage
            summary: Stops stay visible while the network is down.
            kind: upgrade
            """)
}
