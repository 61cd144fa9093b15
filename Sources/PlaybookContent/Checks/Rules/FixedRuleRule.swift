import PlaybookCore

extension Rule {
    static let fixedRule = Rule(
        "fixed-rule",
        "A rule in `rules:` that cannot be lowered.",
        why: "It guards customers, or what the program cannot do without.",
        example: "rules: {names-other-customer: off}",
        instead: "may_name: [contoso-motors]   # in the snippet, once they agreed")
}
