import PlaybookCore

extension Rule {
    static let duplicateID = Rule(
        "duplicate-id",
        "Two files whose ids differ by nothing or only by case; or a snippet that was called what another is called now.",
        why:
            "Ids become names of files, and some disks do not tell `A` from `a`. And what was sent under an id belongs to one snippet.",
        example: """
            snippets/Loss-review.md
            snippets/loss-review.md
            """,
        instead: """
            snippets/loss-review.md
            snippets/loss-review-call.md
            """)
}
