import PlaybookCore

/// A CSV file with a heading (RFC 4180; LF ends a line too), each field with its place.
struct Table {
    struct Field {
        var text: String
        var source: Range<Int>
    }

    struct Row {
        fileprivate var fields: [Field]
        fileprivate var columns: [String: Int]

        /// The field of a column. Every row that is returned has one for each column.
        subscript(_ column: String) -> Field {
            columns[column].map { fields[$0] } ?? Field(text: "", source: 0..<0)
        }

        /// The whole row.
        var source: Range<Int> { (fields.first?.source.lowerBound ?? 0)..<(fields.last?.source.upperBound ?? 0) }
    }

    private(set) var rows: [Row] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads a file that must have these columns, in any order.
    ///
    /// - Parameter hasOthers: true where it may have more, which are passed by.
    init(_ file: SourceFile, columns expected: [String], separator: UInt8 = UInt8(ascii: ","), hasOthers: Bool = false)
    {
        if let offset = file.firstByteThatIsNoText {
            let place = file.place(offset..<(offset + 1))
            diagnostics = [Diagnostic(.invalidUTF8, "this is not UTF-8", at: place, help: "save the file as UTF-8")]
            return
        }
        var reader = TableReader(file: file, separator: separator)
        let heading = reader.nextRow() ?? []
        var columns: [String: Int] = [:]
        for (index, field) in heading.enumerated() where !field.text.isEmpty || heading.count > 1 {
            if !expected.contains(field.text) {
                if hasOthers { continue }
                let near = nearest(to: field.text, among: expected).map { "did you mean `\($0)`?" }
                report(
                    .unknownColumn, "unknown column `\(field.text)`", at: file.place(field.source),
                    help: near ?? "columns are \(expected.joined(separator: ","))")
            } else if columns.updateValue(index, forKey: field.text) != nil {
                report(.unknownColumn, "column `\(field.text)` is given twice", at: file.place(field.source))
            }
        }
        for column in expected where columns[column] == nil {
            let near = nearest(to: column, among: heading.map(\.text)).map { "is it `\($0)`?" }
            report(
                .missingColumn, "column `\(column)` is missing", at: file.place(0..<0),
                help: hasOthers
                    ? near ?? "the headings of the columns are in `crm:` in playbook.yml"
                    : "the first line is \(expected.joined(separator: ","))")
        }
        guard diagnostics.isEmpty else { return }
        while let fields = reader.nextRow() {
            // A line with nothing on it is no row.
            if fields.count == 1, fields[0].text.isEmpty { continue }
            let row = Row(fields: fields, columns: columns)
            if fields.count != heading.count {
                report(
                    .raggedRow, "\(fields.count) fields where the heading has \(heading.count)",
                    at: file.place(row.source), help: "put a field that has a comma in double quotes")
            } else {
                rows.append(row)
            }
        }
        for source in reader.textAfterQuotes {
            report(
                .textAfterQuote, "text stands after the closing quote", at: file.place(source),
                help: "write a quote inside quotes twice: \"\"")
        }
        if let offset = reader.unclosedQuote {
            report(.raggedRow, "a quote has no end", at: file.place(offset..<(offset + 1)))
        }
    }

    private mutating func report(_ rule: Rule, _ message: String, at place: Place, help: String? = nil) {
        diagnostics.append(Diagnostic(rule, message, at: place, help: help))
    }
}

/// Cuts a CSV file into fields.
private struct TableReader {
    let file: SourceFile
    private let separator: UInt8
    private var position: Int
    /// Where a quoted field starts that does not end.
    private(set) var unclosedQuote: Int?
    /// What stands between a closing quote and the end of its field.
    private(set) var textAfterQuotes: [Range<Int>] = []

    init(file: SourceFile, separator: UInt8) {
        self.file = file
        self.separator = separator
        position = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func nextRow() -> [Table.Field]? {
        guard position < file.bytes.count else { return nil }
        var fields: [Table.Field] = []
        while true {
            fields.append(nextField())
            guard position < file.bytes.count else { return fields }
            let end = file.bytes[position]
            position += 1
            if end == separator { continue }
            if end == .carriageReturn, position < file.bytes.count, file.bytes[position] == .lineFeed {
                position += 1
            }
            return fields
        }
    }

    private mutating func nextField() -> Table.Field {
        let bytes = file.bytes
        let start = position
        var text: [UInt8] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while position < bytes.count {
                if bytes[position] == UInt8(ascii: "\"") {
                    guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
                    position += 1
                }
                text.append(bytes[position])
                position += 1
            }
            if position < bytes.count { position += 1 } else { unclosedQuote = start }
            noteTextAfterQuote()
        }
        while position < bytes.count, ![separator, .lineFeed, .carriageReturn].contains(bytes[position]) {
            text.append(bytes[position])
            position += 1
        }
        return Table.Field(text: trimmed(text), source: start..<position)
    }

    private mutating func noteTextAfterQuote() {
        let rest = file.bytes[position...].prefix { ![separator, .lineFeed, .carriageReturn].contains($0) }
        let isBlank = rest.allSatisfy { $0 == .space || $0 == .tab }
        if !isBlank { textAfterQuotes.append(rest.indices) }
    }

    private func trimmed(_ text: [UInt8]) -> String {
        let text = text.drop { $0 == .space || $0 == .tab }
        return String(decoding: Array(text.reversed().drop { $0 == .space || $0 == .tab }.reversed()), as: UTF8.self)
    }
}
