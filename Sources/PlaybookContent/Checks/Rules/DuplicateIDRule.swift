import PlaybookCore

extension Rule {
    static let duplicateID = Rule(
        "duplicate-id",
        "Two files whose ids are the same or differ only in case; or a former id of a snippet that is the present id of another.",
        why:
            "Ids become names of files, and some disks ignore case. What was sent under an id must belong to one snippet.",
        example: """
            snippets/Loss-review.md
            snippets/loss-review.md
            """,
        instead: """
            snippets/loss-review.md
            snippets/loss-review-call.md
            """)
}
