import Foundation

/// Diagnostics for programs, as one JSON array.
package struct JSONPrinter: Sendable {
    package init() {}

    /// The findings as a JSON array, with a line feed at its end.
    ///
    /// - Throws: what `JSONEncoder` throws. No finding causes that.
    package func text(_ diagnostics: [Diagnostic]) throws -> String {
        try json(diagnostics.map(Finding.init))
    }

    private struct Finding: Encodable {
        var rule: String
        var severity: String
        var message: String
        var help: String?
        var file: String
        var line: Int?
        var column: Int?
        var endLine: Int?
        var endColumn: Int?
        var fix: Fix?
        var notes: [Note]

        struct Fix: Encodable {
            var original: String
            var replacement: String
        }

        struct Note: Encodable {
            var message: String
            var file: String?
            var line: Int?
            var column: Int?
        }

        init(_ diagnostic: Diagnostic) {
            rule = diagnostic.rule.name
            severity = diagnostic.severity.rawValue
            message = diagnostic.message
            help = diagnostic.help
            file = diagnostic.place.file
            line = diagnostic.place.range?.lowerBound.line
            column = diagnostic.place.range?.lowerBound.column
            endLine = diagnostic.place.range?.upperBound.line
            endColumn = diagnostic.place.range?.upperBound.column
            fix = diagnostic.fix.map { Fix(original: $0.original, replacement: $0.replacement) }
            notes = diagnostic.notes.map { note in
                let start = note.place?.range?.lowerBound
                return Note(message: note.message, file: note.place?.file, line: start?.line, column: start?.column)
            }
        }
    }
}

/// A value as JSON. Keys are sorted, so that the same value always gives the same text; control characters and the
/// like are escaped.
package func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return escapingForbiddenScalars(inJSON: String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
}
