import PlaybookCore

extension Rule {
    static let longMessage = Rule(
        "long-message",
        "A snippet whose body is longer than `longest_snippet` words (200 unless set).",
        severity: .warning, canBeLowered: true,
        why: "A message has up to five items, and readers at a machine have only minutes.",
        example: "A body of 420 words.",
        instead: "The claim, what it means for the reader, the step. The rest is behind the link.")
}
