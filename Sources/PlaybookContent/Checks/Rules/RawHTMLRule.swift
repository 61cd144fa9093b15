import PlaybookCore

extension Rule {
    static let rawHTML = Rule(
        "raw-html",
        "Raw HTML that is left out: of pages unless `site.raw_html` is true, of messages always. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers do not get what the author sees in the file. Comments and `<br>` are not reported.",
        example: "Press <kbd>F1</kbd>.",
        instead: "Press `F1`.")
}
