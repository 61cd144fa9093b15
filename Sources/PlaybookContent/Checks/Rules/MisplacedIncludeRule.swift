import PlaybookCore

extension Rule {
    static let misplacedInclude = Rule(
        "misplaced-include",
        "An include inside a paragraph.",
        why: "It has no effect there, so what it names is missing.",
        example: "First <!-- include: ../shared/first-hour.md --> then",
        instead: """
            First:

            <!-- include: ../shared/first-hour.md -->

            Then
            """)
}
