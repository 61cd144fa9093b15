import PlaybookCore

extension Rule {
    static let includeTooLarge = Rule(
        "include-too-large",
        "Includes that add up to more than a page can hold.",
        why: "A few files that each include the next one twice would fill any disk.",
        example: "Twenty files, each of which includes the next one twice.",
        instead: "<!-- include: ../shared/first-hour.md -->")
}
