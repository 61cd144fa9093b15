/// Diagnostics for people: the source line, a caret below the place, and help.
package struct TextPrinter: Sendable {
    /// Colour by ANSI escapes, for terminals.
    package var usesColour: Bool

    /// The most findings of one rule to show. With a limit, the same finding is also shown only once per file. Nil
    /// shows all findings.
    package var limit: Int?

    package init(usesColour: Bool = false, limit: Int? = nil) {
        self.usesColour = usesColour
        self.limit = limit
    }

    /// All findings, file by file, and then their number.
    package func text(_ diagnostics: [Diagnostic]) -> String {
        let files = Dictionary(grouping: diagnostics, by: \.place.file)
        var text = ""
        var last: String?
        let shown = limit.map { ShownFindings(of: diagnostics, limit: $0) }
        for (index, diagnostic) in diagnostics.enumerated() {
            if let shown, !shown.indices.contains(index) { continue }
            // With a single file there is nothing to group.
            if files.count > 1, diagnostic.place.file != last {
                let inFile = files[diagnostic.place.file] ?? []
                text += styled("\(terminalText(diagnostic.place.file)): \(counts(inFile))", "4") + "\n\n"
            }
            last = diagnostic.place.file
            text += self.text(diagnostic, repeatedAt: shown?.repeats[index] ?? [])
        }
        return text + (shown?.report ?? "") + summary(diagnostics)
    }

    /// One finding over several lines, with an empty line at the end.
    ///
    /// - Parameter repeats: other places in the file with the same finding.
    package func text(_ diagnostic: Diagnostic, repeatedAt repeats: [Place] = []) -> String {
        let severity = styled(diagnostic.severity.rawValue, diagnostic.severity == .error ? "1;31" : "1;33")
        var lines = ["\(severity): \(styled(terminalText(diagnostic.message), "1")) [\(diagnostic.rule.name)]"]
        lines += place(diagnostic.place, mark: diagnostic.severity == .error ? "31" : "33")
        if let help = diagnostic.help { lines.append("  = help: \(terminalText(help))") }
        for note in diagnostic.notes {
            lines.append(
                "  = note: \(terminalText(note.message))" + (note.place.map { " (\(Self.address($0)))" } ?? ""))
        }
        if !repeats.isEmpty {
            let places = repeats.prefix(5).compactMap { $0.range?.lowerBound }.map { "\($0.line):\($0.column)" }
            let more = repeats.count > 5 ? " and \(repeats.count - 5) more" : ""
            lines.append("  = the same at \(places.joined(separator: ", "))\(more)")
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// The line that says how many findings there are; empty if there are no findings.
    package func summary(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let files = Set(diagnostics.map(\.place.file)).count
        let fixes = diagnostics.count { $0.fix != nil }
        let fixable = fixes == 0 ? "" : "; `playbook check --fix` corrects \(fixes)"
        return counts(diagnostics) + " in \(files) \(files == 1 ? "file" : "files")\(fixable)\n"
    }

    private func counts(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let parts = [counted(errors, "error"), counted(diagnostics.count - errors, "warning")]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private func counted(_ count: Int, _ word: String) -> String? {
        count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }

    /// `file:line:column`, which editors and terminals turn into a link. Control characters are shown as escapes.
    static func address(_ place: Place) -> String {
        let file = terminalText(place.file)
        guard let start = place.range?.lowerBound else { return file }
        return "\(file):\(start.line):\(start.column)"
    }

    private func place(_ place: Place, mark: String) -> [String] {
        guard let range = place.range, let excerpt = place.excerpt else { return [" --> \(Self.address(place))"] }
        let number = String(range.lowerBound.line)
        let margin = String(repeating: " ", count: number.count)
        // Converts columns of the line to columns of the excerpt, which starts later than column 1 in a long line.
        func shifted(_ position: Position) -> Position {
            Position(line: position.line, column: max(1, position.column - place.excerptColumn + 1))
        }
        let window = ExcerptWindow(excerpt, start: shifted(range.lowerBound), end: shifted(range.upperBound))
        return [
            "\(margin)--> \(Self.address(place))",
            "\(margin) |",
            "\(number) | \(window.text)",
            "\(margin) | " + String(repeating: " ", count: window.indent)
                + styled(String(repeating: "^", count: window.width), mark),
        ]
    }

    private func styled(_ text: String, _ code: String) -> String {
        usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// The part of a source line that is shown, and where the carets go below it, in columns of the terminal. A Markdown
/// paragraph can be one long line, so only the part around the place is shown.
private struct ExcerptWindow {
    let text: String
    let indent: Int
    let width: Int

    private static let widest = 100

    init(_ line: String, start: Position, end: Position) {
        // Columns count code points. Tabs are shown as spaces, so that the carets stand below their text.
        let scalars = Array(line.unicodeScalars)
        let first = min(max(0, start.column - 1), scalars.count)
        let last = end.line == start.line ? min(max(first, end.column - 1), scalars.count) : scalars.count
        func shown(_ range: Range<Int>) -> String {
            scalars[range].reduce(into: "") { $0 += $1 == "\t" ? "    " : terminalText($1) }
        }
        var from = 0
        if first > 60, scalars.count > Self.widest { from = first - 40 }
        let to = min(scalars.count, max(from + Self.widest, min(last, first + Self.widest)))
        let lead = from > 0 ? "… " : ""
        text = lead + shown(from..<to) + (to < scalars.count ? " …" : "")
        indent = lead.count + shown(from..<first).displayWidth
        width = max(1, shown(first..<min(last, to)).displayWidth)
    }
}
