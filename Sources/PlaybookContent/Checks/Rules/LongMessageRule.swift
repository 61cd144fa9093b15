import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let longMessage = Rule(
        "long-message",
        "A snippet whose body is longer than `longest_snippet` words (200 unless set).",
        severity: .warning, canBeLowered: true,
        why: "A message has up to five items, and readers at a machine have only minutes.",
        example: "A body of 420 words.",
        instead: "The claim, what it means for the reader, the step. The rest is behind the link.")
}

/// The finding that a body has more words than customers read; nil if it does not.
///
/// - Parameter longest: the most words.
func checkLength(of body: CustomerDocument, longest: Int, at place: Place) -> Diagnostic? {
    let count = body.document.wordCount
    guard count > longest else { return nil }
    return Diagnostic(
        .longMessage, "the body has \(count) words", at: place,
        help: "keep to \(longest): put the rest behind the link")
}
