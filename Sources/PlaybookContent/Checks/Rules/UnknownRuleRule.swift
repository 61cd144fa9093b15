import PlaybookCore

extension Rule {
    static let unknownRule = Rule(
        "unknown-rule",
        "A rule in `rules:` that does not exist.",
        why: "The severity that was meant to change stays as it is.",
        example: "rules: {broken-lnk: warning}",
        instead: "rules: {broken-link: warning}")
}
