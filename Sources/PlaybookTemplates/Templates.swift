import Mustache
import PlaybookCore

/// The Mustache templates of one folder, compiled. A template's name is its file's name without `.mustache`.
public struct Templates: Sendable {
    private let library: MustacheLibrary
    private let names: Set<String>
    private let shapes: [String: TemplateShape]

    /// Compiles templates. All mistakes in all files are found in one go.
    ///
    /// - Parameters:
    ///   - files: the `.mustache` files of one folder.
    ///   - required: the templates that must be there, each with what it can show.
    ///   - folder: the folder's path, for the message about a missing one.
    public static func compile(
        _ files: [SourceFile], required: [String: TemplateShape], in folder: String
    ) -> (templates: Templates, diagnostics: [Diagnostic]) {
        BytewiseHTML.register()
        var compiled: [String: MustacheTemplate] = [:]
        var diagnostics: [Diagnostic] = []
        let names = Set(files.map(templateName))
        for name in required.keys.sorted() where !names.contains(name) {
            let place = Place(file: "\(folder)/\(name).mustache")
            diagnostics.append(Diagnostic(.missingTemplate, "there is no template `\(name).mustache`", at: place))
        }
        for file in files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            diagnostics += unknownPartials(of: file, text: text, known: names)
            do {
                compiled[templateName(file)] = try MustacheTemplate(string: pragma(of: file) + text)
            } catch {
                diagnostics.append(syntaxError(error, in: file))
            }
        }
        // In a template that cannot be read, what stands where is a guess.
        if diagnostics.isEmpty {
            var check = NameCheck(Dictionary(files.map { (templateName($0), $0) }) { first, _ in first })
            for (name, shape) in required.sorted(by: { $0.key < $1.key }) { check.check(name, shape: shape) }
            diagnostics = check.diagnostics
        }
        return (Templates(library: MustacheLibrary(templates: compiled), names: names, shapes: required), diagnostics)
    }

    /// The text that a template makes of values. The name must be one of those that were required.
    public func render(_ name: String, _ values: [String: TemplateValue]) -> String {
        let unknown = { TemplateValue.object(values).names(beyond: shapes[name] ?? .value) }
        assert(unknown().isEmpty, "the shape of \(name) lacks \(unknown())")
        return library.render(ObjectView(object: values), withTemplate: name) ?? ""
    }

    private static func templateName(_ file: SourceFile) -> String {
        let name = file.name.pathName
        return name.removingBytes(ofSuffix: ".mustache") ?? name
    }

    /// How values are escaped in a template. What a text template prints is no HTML, so nothing is escaped in it. The line is gone
    /// when the template is compiled. Partials have it too: the engine starts each of them with its own escaping.
    private static func pragma(of file: SourceFile) -> String {
        "{{% CONTENT_TYPE:\(templateName(file).endsWithBytes(of: ".txt") ? "TEXT" : BytewiseHTML.name)}}\n"
    }

    private static func unknownPartials(of file: SourceFile, text: String, known: Set<String>) -> [Diagnostic] {
        text.matches(of: /\{\{>\s*([^}\s]+)\s*\}\}/).compactMap { match in
            let name = String(match.output.1)
            guard !known.contains(name) else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
            let end = text.utf8.distance(from: text.startIndex, to: match.range.upperBound)
            let near = nearest(to: name, among: known).map { "did you mean `\($0)`?" }
            return Diagnostic(
                .missingTemplate, "there is no partial `\(name)`", at: file.place(start..<end), help: near)
        }
    }

    private static func syntaxError(_ error: any Error, in file: SourceFile) -> Diagnostic {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Diagnostic(.invalidTemplate, "this is no Mustache template: \(error)", at: file.place)
        }
        if case .expectedSectionEnd = error.error as? MustacheTemplate.Error, let open = openSection(in: file) {
            return Diagnostic(
                .invalidTemplate, "the section `\(open.name)` has no end", at: file.place(open.source),
                help: "write `{{/\(open.name)}}` where it ends")
        }
        let lines = LineIndex(file.bytes)
        // The pragma is a line before the file's own.
        let number = error.context.lineNumber - 1
        let line = lines.range(ofLine: number, in: file.bytes)
        let start = min(line.lowerBound + max(0, error.context.columnNumber - 1), line.upperBound)
        return Diagnostic(.invalidTemplate, message(error.error), at: file.place(start..<start))
    }

    /// The last section that is opened and not closed.
    private static func openSection(in file: SourceFile) -> (name: String, source: Range<Int>)? {
        let text = String(decoding: file.bytes, as: UTF8.self)
        var open: [(name: String, source: Range<Int>)] = []
        for match in text.matches(of: /\{\{\s*([#^$<\/])\s*([^}\s(]+)[^}]*\}\}/) {
            if match.output.1 == "/" {
                if !open.isEmpty { open.removeLast() }
                continue
            }
            let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
            let end = text.utf8.distance(from: text.startIndex, to: match.range.upperBound)
            open.append((String(match.output.2), start..<end))
        }
        return open.last
    }

    private static func message(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened with"
        case .unfinishedName: "a tag has no end"
        case .expectedSectionEnd: "a section has no end"
        case .invalidSetDelimiter: "a set-delimiter tag is not written as it should be"
        default: "this is no Mustache template"
        }
    }
}
