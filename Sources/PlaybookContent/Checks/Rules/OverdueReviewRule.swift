import PlaybookCore

extension Rule {
    static let overdueReview = Rule(
        "overdue-review",
        "A chapter whose review date has passed.",
        severity: .warning, canBeLowered: true,
        why: "Nobody knows whether it is still true.",
        example: "review_by: 2025-06-30",
        instead: "review_by: 2027-06-30   # after reading it again")
}
