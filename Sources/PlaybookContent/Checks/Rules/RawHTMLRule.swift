import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let rawHTML = Rule(
        "raw-html",
        "Raw HTML that is left out: of pages unless `site.raw_html` is true, of messages always. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers do not get what the author sees in the file. Comments and `<br>` are not reported.",
        example: "Press <kbd>F1</kbd>.",
        instead: "Press `F1`.")
}

/// The findings about raw HTML in a document's own file that its page leaves out.
func checkRawHTML(_ document: Document, in file: SourceFile) -> [Diagnostic] {
    document.rawHTML.filter { $0.file == 0 }.map { html in
        Diagnostic(
            .rawHTML, "this raw HTML is left out of the page", at: file.place(html.source),
            help: "write it in Markdown, or keep all raw HTML with `site.raw_html: true`")
    }
}

/// The findings about raw HTML in a snippet: an error if customers would miss it, and a warning, as in chapters, if
/// only colleagues would.
///
/// - Parameter isKept: true if pages keep raw HTML. Messages never keep it.
func checkRawHTML(_ snippet: Snippet, _ record: RecordFile, _ sources: IncludeSources, isKept: Bool) -> [Diagnostic] {
    let lost = snippet.body.document.rawHTML.map { html in
        Diagnostic(
            .rawHTML, "this raw HTML is left out of messages",
            at: (sources.file(html.file) ?? record.file).place(html.source),
            help: "write it in Markdown", severity: .error)
    }
    let reported = Set(lost.map(\.place))
    return lost + (isKept ? [] : checkRawHTML(record.document, in: record.file).filter { !reported.contains($0.place) })
}
