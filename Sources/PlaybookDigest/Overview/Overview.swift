import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// The templates of the month overview, `site-templates/digests/` (docs/templates.md).
package struct OverviewTemplates: Sendable {
    fileprivate let templates: Templates
    fileprivate let styles: [UInt8]

    /// Compiles `overview.html.mustache`, and takes `overview.css` unchanged.
    ///
    /// - Parameter folder: the path of the folder, for messages about a missing file.
    /// - Throws: `TemplateError` with everything that is wrong with the files, with lines and columns.
    package static func compile(_ files: [SourceFile], in folder: String) throws(TemplateError) -> OverviewTemplates {
        let sources = files.filter { $0.name.hasSuffix(".mustache") }
        var (templates, diagnostics) = Templates.compile(
            sources, required: ["overview.html": OverviewRecord.self], in: folder)
        let styles = files.first { $0.name == "overview.css" }
        if styles == nil {
            diagnostics.append(
                Diagnostic(.missingStyles, "there is no `overview.css`", at: Place(file: "\(folder)/overview.css")))
        }
        guard diagnostics.isEmpty, let styles else { throw TemplateError(diagnostics: diagnostics.inOrder()) }
        return OverviewTemplates(templates: templates, styles: styles.bytes)
    }
}

/// Writes the overview of a month for people, its style sheet, and `gaps.json` for programs.
func writeOverview(
    of results: [AccountDigests], gaps: ContentGaps, library: Library, templates: OverviewTemplates,
    into sink: any OutputSink
) async throws(FileError) {
    let record = OverviewRecord(results: results, gaps: gaps, context: OverviewContext(library))
    try sink.write("index.html", pieces: await templates.templates.renderOnAllCores("overview.html", record))
    try sink.write(OutputFile(path: "overview.css", bytes: templates.styles))
    try sink.write(OutputFile(path: "gaps.json", text: gaps.json.text))
}

extension ContactStatus {
    /// The status in words, for a heading or a table.
    package var title: String { rawValue.replacing("_", with: " ") }
}

extension AccountSelection {
    /// The status of the account in words, for a heading or a table.
    package var title: String {
        switch status {
        case .notDue: "not due"
        case .recovery: "recovery: only news of the incident"
        case .held: "held" + (hold.map { " (\($0.rawValue))" } ?? "")
        case .due: "due"
        }
    }
}
