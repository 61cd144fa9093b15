import PlaybookCore

extension Rule {
    static let fixedRule = Rule(
        "fixed-rule",
        "A rule in `rules:` that cannot be lowered.",
        why: "Such a rule guards customers, or finds what the program cannot work with.",
        example: "rules: {names-other-customer: off}",
        instead: "may_name: [contoso-motors]   # in the snippet, once they agreed")
}
