import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension Rule {
    /// The file with the styles of the messages does not exist.
    static let missingStyles = Rule(
        "missing-styles",
        "The file with the mail styles does not exist.",
        why: "Messages would have no styles at all.",
        example: "site-templates/email/style.css",
        instead: "site-templates/email/styles.css")

    /// The file with the English words of the messages does not exist.
    static let missingLabels = Rule(
        "missing-labels",
        "The file with the English words of the messages does not exist.",
        why: "Messages in a language without words of its own are in English.",
        example: "site-templates/email/labels.de.yml",
        instead: "site-templates/email/labels.de.yml, and labels.en.yml beside it")
}

/// The templates of the messages, with their styles put on elements once (docs/templates.md).
package struct EmailTemplates: Sendable {
    let templates: Templates
    /// The same with classes in place of styles, for pages.
    let pages: Templates
    /// The attributes of the elements of a body in such a page, by name.
    let pageAttributes: [String: String]
    /// The style sheet of such pages.
    package let pageStyles: [UInt8]
    /// The width of the text in pixels: 600 without the space at both sides.
    package static var textWidth: Int { 568 }

    /// The attributes of the elements of a body, by name: for `HTMLOptions.attributes`.
    package let bodyAttributes: [String: String]

    /// The words of the messages, by language.
    private let labels: [String: Labels]
    private let english: Labels

    /// The words for messages in a language: its own (`de-AT`); without them, those of its base (`de`); without these, those of another language;
    /// and otherwise English, which always exists.
    func labels(for language: String, else other: String) -> Labels {
        for tag in [language, other] {
            if let found = labels[tag] ?? labels[baseLanguage(of: tag)] { return found }
        }
        return english
    }

    /// Compiles the files of `site-templates/email/`.
    ///
    /// - Parameters:
    ///   - files: the `.mustache` files, `styles.css` and `labels.LANGUAGE.yml`; others are ignored.
    ///   - folder: the folder's path, for the message about a missing file.
    ///   - words: reads files of labels.
    /// - Throws: `TemplateError` with everything that is wrong with the files, with lines and columns.
    package static func compile(
        _ files: [SourceFile], in folder: String, words: WordFile.Reader
    ) throws(TemplateError) -> EmailTemplates {
        let sources = files.filter { $0.name.hasSuffix(".mustache") }.sorted { $0.name.precedes($1.name) }
        var diagnostics: [Diagnostic] = []
        var sheet = StyleSheet()
        if let file = files.first(where: { $0.name == "styles.css" || $0.name.hasSuffix("/styles.css") }) {
            let parsed = StyleSheet.parse(file)
            sheet = parsed.sheet
            diagnostics += parsed.diagnostics + unsupportedStyles(in: sheet, of: file)
        } else {
            diagnostics.append(
                Diagnostic(.missingStyles, "there is no `styles.css`", at: Place(file: "\(folder)/styles.css")))
        }
        var styled: [SourceFile] = []
        for source in sources {
            let inlined = sheet.inlined(into: source)
            if source.name.hasSuffix(".html.mustache") { diagnostics += unsupportedElements(in: source) }
            styled.append(inlined.file)
            // Without rules, every class would be reported, although the mistake is elsewhere.
            if !diagnostics.contains(where: { $0.rule != .unknownClass }) { diagnostics += inlined.diagnostics }
        }
        var labels: [String: Labels] = [:]
        for file in files {
            guard let language = labelLanguage(ofFile: file.name) else { continue }
            let read = Labels.read(file, words: words)
            labels[language] = read.labels
            diagnostics += read.diagnostics
        }
        if !files.contains(where: { labelLanguage(ofFile: $0.name) == "en" }) {
            diagnostics.append(
                Diagnostic(
                    .missingLabels, "there is no `labels.en.yml`", at: Place(file: "\(folder)/labels.en.yml"),
                    help: "messages in languages without words of their own use English ones"))
        }
        // Mistakes are looked for in the files as they were written, so that lines and columns are the same as in the editor.
        let required: [String: any TemplateRecord.Type] = [
            "message.html": MessageRecord.self, "message.txt": MessageRecord.self,
        ]
        diagnostics += Templates.compile(sources, required: required, in: folder).diagnostics
        guard diagnostics.isEmpty, let english = labels["en"] else {
            throw TemplateError(diagnostics: diagnostics.inOrder())
        }
        let compiled = Templates.compile(styled, required: required, in: folder)
        guard compiled.diagnostics.isEmpty else { throw TemplateError(diagnostics: compiled.diagnostics) }
        let bodyAttributes = sheet.bodyAttributes(namedClasses(in: sources))
        let styles = PageStyles(sources, sheet, bodyAttributes: bodyAttributes)
        let pages = Templates.compile(styles.files, required: required, in: folder)
        return EmailTemplates(
            templates: compiled.templates, pages: pages.templates, pageAttributes: styles.bodyAttributes,
            pageStyles: styles.sheet, bodyAttributes: bodyAttributes, labels: labels, english: english)
    }
}

/// Templates that no message can be made with.
package struct TemplateError: Error, Sendable, Hashable {
    package let diagnostics: [Diagnostic]
}
