import PlaybookCore
import PlaybookModel

extension Rule {
    static let overdueReview = Rule(
        "overdue-review",
        "A chapter whose review date has passed.",
        severity: .warning, canBeLowered: true,
        why: "Nobody knows whether it is still true.",
        example: "review_by: 2025-06-30",
        instead: "review_by: 2027-06-30   # after reading it again")
}

/// The finding that a chapter's review date has passed; nil if it has not.
func checkReview(_ frontMatter: ChapterFrontMatter, _ record: RecordFile, asOf: CalendarDate) -> Diagnostic? {
    guard let date = frontMatter.reviewBy, date < asOf else { return nil }
    return Diagnostic(
        .overdueReview, "the review was due on \(date)",
        at: record.file.place(record.yaml?["review_by"]?.source ?? 0..<0),
        help: "read the chapter again, then set a new date")
}
