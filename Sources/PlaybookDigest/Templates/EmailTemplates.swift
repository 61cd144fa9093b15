import PlaybookCore
import PlaybookTemplates

/// The templates of the messages, with their styles put on elements once (docs/templates.md).
public struct EmailTemplates: Sendable {
    let templates: Templates
    /// The width of the text in pixels: 600 without the space at both sides.
    public static var textWidth: Int { 568 }

    /// The attributes of the elements of a body, by name: for `HTMLOptions.attributes`.
    public let bodyAttributes: [String: String]

    /// Compiles the files of `site-templates/email/`.
    ///
    /// - Parameters:
    ///   - files: the `.mustache` files and `styles.css`; others are ignored.
    ///   - folder: the folder's path, for the message about a missing file.
    /// - Throws: all that is wrong with the files, with lines and columns.
    public static func compile(_ files: [SourceFile], in folder: String) throws(TemplateError) -> EmailTemplates {
        let sources = files.filter { $0.name.hasSuffix(".mustache") }.sorted { $0.name.precedes($1.name) }
        var diagnostics: [Diagnostic] = []
        var sheet = StyleSheet()
        if let file = files.first(where: { $0.name == "styles.css" || $0.name.hasSuffix("/styles.css") }) {
            let parsed = StyleSheet.parse(file)
            sheet = parsed.sheet
            diagnostics += parsed.diagnostics
        } else {
            diagnostics.append(
                Diagnostic(.missingStyles, "there is no `styles.css`", at: Place(file: "\(folder)/styles.css")))
        }
        var styled: [SourceFile] = []
        for source in sources {
            let inlined = sheet.inlined(into: source)
            styled.append(inlined.file)
            // Without rules every class would be reported, and none of that is the mistake.
            if !diagnostics.contains(where: { $0.rule != .unknownClass }) { diagnostics += inlined.diagnostics }
        }
        // Mistakes are looked for in the files as they were written, where lines and columns are those of the editor.
        let required = ["message.html", "message.txt"]
        diagnostics += Templates.compile(sources, required: required, in: folder).diagnostics
        guard diagnostics.isEmpty else { throw TemplateError(diagnostics: diagnostics.inOrder()) }
        let compiled = Templates.compile(styled, required: required, in: folder)
        guard compiled.diagnostics.isEmpty else { throw TemplateError(diagnostics: compiled.diagnostics) }
        return EmailTemplates(templates: compiled.templates, bodyAttributes: sheet.bodyAttributes)
    }
}

/// Templates that no message can be made with.
public struct TemplateError: Error, Sendable, Hashable {
    public let diagnostics: [Diagnostic]
}

extension Rule {
    /// The styles of the messages are not there.
    public static let missingStyles = Rule("missing-styles", "The file with the mail styles is not there.")
}
