import PlaybookCore

extension Rule {
    static let unexpectedFile = Rule(
        "unexpected-file",
        "A file or folder in the content folder that nothing reads.",
        severity: .warning, canBeLowered: true,
        why: "Its author believes that it is read.",
        example: "content/snippet/bearing-alerts.md",
        instead: "content/snippets/bearing-alerts.md")
}
