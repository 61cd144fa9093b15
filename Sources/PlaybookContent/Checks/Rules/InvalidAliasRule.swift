import PlaybookCore

extension Rule {
    static let invalidAlias = Rule(
        "invalid-alias",
        "An alias that is not a path on this site.",
        why: "The redirect could not be written, or would be written outside the site.",
        example: "aliases: [\"https://old.example/roles/\", \"../roles\"]",
        instead: "aliases: [account/stakeholders]")
}
