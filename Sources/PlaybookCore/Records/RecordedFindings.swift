extension RecordWriter {
    package mutating func add(_ finding: Diagnostic) {
        add(finding.rule.name)
        add(finding.severity.rawValue)
        add(finding.isFixed)
        add(finding.message)
        add(finding.place)
        add(finding.help) { $0.add($1) }
        add(finding.notes) { writer, note in
            writer.add(note.message)
            writer.add(note.place) { $0.add($1) }
        }
        add(finding.fix) { writer, fix in
            writer.add(fix.range.lowerBound)
            writer.add(fix.range.upperBound)
            writer.add(fix.original)
            writer.add(fix.replacement)
            writer.add(fix.file.path)
            writer.add(fix.file.name)
        }
    }

    private mutating func add(_ place: Place) {
        add(place.file)
        add(place.range) { writer, range in
            for position in [range.lowerBound, range.upperBound] {
                writer.add(position.line)
                writer.add(position.column)
            }
        }
        add(place.excerpt) { $0.add($1) }
        add(place.excerptColumn)
    }
}

/// Reads the findings of a record.
package struct RecordedFindings {
    private let rules: RuleRegistry
    /// The files that fixes refer to, by their paths. They have not changed, because a record is used only if nothing
    /// has.
    private var files: [String: SourceFile]

    /// - Parameter files: the files that have been read already. Others are read when a fix refers to them.
    package init(_ rules: RuleRegistry, files: [SourceFile] = []) {
        self.rules = rules
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// The next finding of a record.
    ///
    /// - Throws: `RecordReader.Damaged`; `FileError` if a file that a fix refers to cannot be read.
    package mutating func next(_ reader: inout RecordReader) throws -> Diagnostic {
        guard let rule = rules.named(try reader.text()), let severity = Severity(rawValue: try reader.text()) else {
            throw RecordReader.Damaged()
        }
        let isFixed = try reader.flag()
        let message = try reader.text()
        let place = try Self.place(&reader)
        let help = try reader.optional { try $0.text() }
        let notes = try reader.list { reader in
            Diagnostic.Note(try reader.text(), at: try reader.optional(Self.place))
        }
        let fix = try reader.optional { try self.fix(&$0) }
        var finding = Diagnostic(
            rule, message, at: place, help: help, notes: notes, fix: fix, severity: isFixed ? severity : nil)
        finding.severity = severity
        return finding
    }

    private static func place(_ reader: inout RecordReader) throws -> Place {
        let file = try reader.text()
        let range = try reader.optional { reader -> Range<Position> in
            let start = Position(line: try reader.number(), column: try reader.number())
            let end = Position(line: try reader.number(), column: try reader.number())
            guard start <= end else { throw RecordReader.Damaged() }
            return start..<end
        }
        return Place(
            file: file, range: range, excerpt: try reader.optional { try $0.text() },
            excerptColumn: try reader.number())
    }

    private mutating func fix(_ reader: inout RecordReader) throws -> Diagnostic.Fix {
        let (lower, upper) = (try reader.number(), try reader.number())
        guard lower <= upper else { throw RecordReader.Damaged() }
        let (original, replacement) = (try reader.text(), try reader.text())
        let (path, name) = (try reader.text(), try reader.text())
        let file = try files[path] ?? SourceFile(path: path, name: name, bytes: readFile(path))
        files[path] = file
        return Diagnostic.Fix(in: file, range: lower..<upper, original: original, replacement: replacement)
    }
}
