import PlaybookCore

extension Rule {
    static let missingInclude = Rule(
        "missing-include",
        "An include of a file or section that there is not, or that customers must not read.",
        why: "The page lacks what it was to say, and nobody sees that it does.",
        example: "<!-- include: ../shared/frist-hour.md -->",
        instead: "<!-- include: ../shared/first-hour.md -->")
}
