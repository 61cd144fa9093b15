import PlaybookCore
import PlaybookModel

/// The finding that a chapter's review date has passed; nil if it has not.
func checkReview(_ chapter: Chapter, _ record: RecordFile, asOf: CalendarDate) -> Diagnostic? {
    guard let date = chapter.frontMatter.reviewBy, date < asOf else { return nil }
    return Diagnostic(
        .overdueReview, "the review was due on \(date)",
        at: record.file.place(record.yaml?["review_by"]?.source ?? 0..<0),
        help: "read the chapter again, then set a new date")
}
