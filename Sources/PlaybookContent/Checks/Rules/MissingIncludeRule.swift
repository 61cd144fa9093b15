import PlaybookCore

extension Rule {
    static let missingInclude = Rule(
        "missing-include",
        "An include of a file or section that does not exist, or that customers must not read.",
        why: "A part of the page is missing, and nobody notices.",
        example: "<!-- include: ../shared/frist-hour.md -->",
        instead: "<!-- include: ../shared/first-hour.md -->")
}
