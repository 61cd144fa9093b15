import PlaybookCore
import PlaybookModel

extension Rule {
    static let unknownColumn = Rule(
        "unknown-column",
        "A CSV column that nothing reads, or one given twice.",
        why: "Its values have no effect.",
        example: "account,kpi,month,values",
        instead: "account,kpi,month,value")

    static let missingColumn = Rule(
        "missing-column",
        "A CSV column without which its rows mean nothing.",
        why: "A reading without a month has no meaning.",
        example: "account,kpi,value",
        instead: "account,kpi,month,value")

    static let raggedRow = Rule(
        "ragged-row",
        "A CSV row with more or fewer fields than the heading.",
        why: "Some of its values are in the wrong columns.",
        example: "2026-10-01,contoso-motors,,call,Scrap, again",
        instead: "2026-10-01,contoso-motors,,call,\"Scrap, again\"")

    static let textAfterQuote = Rule(
        "text-after-quote",
        "Text after the closing quote of a CSV field.",
        why: "Programs read such a field differently. Probably a quote inside the field was not doubled.",
        example: "contoso-motors,\"said \"fine\" twice\"",
        instead: "contoso-motors,\"said \"\"fine\"\" twice\"")
}

/// A CSV file with a heading (RFC 4180; LF ends a line too), as spreadsheets write it: separated by commas,
/// semicolons or tabs, and with emptied rows and columns at the end.
struct Table {
    struct Field {
        var text: String
        var source: Range<Int>
    }

    struct Row {
        fileprivate var fields: [Field]
        fileprivate var columns: [String]
        /// The whole row.
        var source: Range<Int>

        /// The field of a column, by the column's index among the requested ones.
        subscript(_ index: Int) -> Field { fields[index] }

        /// The field of a requested column, by its name. Each row has one for every column.
        subscript(_ column: String) -> Field {
            columns.firstIndex(of: column).map { fields[$0] } ?? Field(text: "", source: 0..<0)
        }
    }

    private(set) var rows: [Row] = []
    private(set) var findings: TableFindings

    /// The findings about the file as a table.
    var diagnostics: [Diagnostic] { findings.diagnostics }

    /// Reads a file that must have these columns, in any order.
    ///
    /// - Parameters:
    ///   - separator: the separator of fields; nil to find it from the heading.
    ///   - hasOthers: true if the file may have more columns, which are ignored.
    init(
        _ file: SourceFile, columns expected: [String], separator: CRMExport.Separator? = nil, hasOthers: Bool = false
    ) {
        findings = TableFindings(file)
        if let offset = file.firstByteThatIsNoText {
            findings.add(
                .invalidUTF8, "this is not UTF-8", at: offset..<(offset + 1), help: helpForInvalidUTF8(in: file))
            return
        }
        let dialect = TableDialect(of: file, columns: expected, given: separator)
        if let wrong = dialect.wrongSeparator {
            findings.add(
                .missingColumn, "this file is separated by \(wrong.seen.plural), not by \(wrong.given.plural)",
                at: 0..<0,
                help: "set `separator: \(wrong.seen)` under `crm:` in playbook.yml, or remove `separator`")
            return
        }
        var reader = TableReader(file: file, dialect: dialect)
        let heading = Heading(&reader)
        guard let columns = find(expected, in: heading, hasOthers) else { return }
        readRows(&reader, heading.names.count, columns, expected)
    }

    private struct Heading {
        var names: [Field]

        /// Spreadsheets keep columns that were emptied. Empty columns at the end are ignored.
        init(_ reader: inout TableReader) {
            names = (reader.nextRow() ?? []).map { reader.field($0) }
            while names.last?.text.isEmpty == true { names.removeLast() }
        }
    }

    /// How many unknown columns are reported individually. A heading with more of them belongs to another table.
    private static let shownColumns = 20

    /// The indexes of the columns in the heading; nil if the rows cannot be read.
    private mutating func find(_ expected: [String], in heading: Heading, _ hasOthers: Bool) -> [Int]? {
        let names = heading.names.map(\.text)
        let indexes = expected.map { column in
            names.firstIndex(of: column) ?? names.firstIndex { $0.lowercased() == column.lowercased() }
        }
        let list = expected.joined(separator: ",")
        guard indexes.contains(where: { $0 != nil }) else {
            // One finding for each column would report the same mistake many times.
            findings.add(
                .missingColumn, "the first line does not have the headings of this table", at: 0..<0,
                help: hasOthers
                    ? "the headings that `crm: columns:` in playbook.yml names are \(list)"
                    : "the first line is \(list)")
            return nil
        }
        let places = Set(indexes)
        var unknown = 0
        for (index, field) in heading.names.enumerated() where !hasOthers || expected.contains(field.text) {
            if expected.contains(field.text), names[..<index].contains(field.text) {
                findings.add(.unknownColumn, "column `\(field.text)` is given twice", at: field.source)
            } else if !places.contains(index) {
                unknown += 1
                if unknown > Self.shownColumns { continue }
                let near = Diagnostic.help(didYouMean: nearest(to: field.text, among: expected))
                findings.add(
                    .unknownColumn, field.text.isEmpty ? "a column has no heading" : "unknown column `\(field.text)`",
                    at: field.source, help: near ?? "columns are \(list)")
            }
        }
        if unknown > Self.shownColumns {
            findings.add(
                .unknownColumn, "\(unknown - Self.shownColumns) more columns are unknown", at: 0..<0,
                help: "columns are \(list)")
        }
        for (column, index) in zip(expected, indexes) where index == nil {
            let near = nearest(to: column, among: names).map { "is it `\($0)`?" }
            findings.add(
                .missingColumn, "column `\(column)` is missing", at: 0..<0,
                help: hasOthers
                    ? near ?? "the headings of the columns are in `crm:` in playbook.yml" : "the first line is \(list)")
        }
        let found = indexes.compactMap(\.self)
        return findings.isEmpty && found.count == expected.count ? found : nil
    }

    private mutating func readRows(_ reader: inout TableReader, _ width: Int, _ columns: [Int], _ names: [String]) {
        while var sources = reader.nextRow() {
            while sources.count > width, let last = sources.last, reader.isBlank(last) { sources.removeLast() }
            let source = (sources.first?.lowerBound ?? 0)..<(sources.last?.upperBound ?? 0)
            // An emptied row is ignored. A row whose quotation mark is never closed contains all rows below it.
            let isEmpty = sources.allSatisfy { reader.isBlank($0) }
            if isEmpty || reader.unclosedQuote != nil { continue }
            if sources.count == width {
                rows.append(Row(fields: columns.map { reader.field(sources[$0]) }, columns: names, source: source))
            } else {
                let fields = sources.count == 1 ? "field" : "fields"
                findings.add(
                    .raggedRow, "this row has \(sources.count) \(fields), but the heading has \(width)", at: source,
                    help: hint(sources.map { reader.field($0).text }, width, reader.separatorName))
            }
        }
        for source in reader.textAfterQuotes {
            findings.add(
                .textAfterQuote, "there is text after the closing quote", at: source,
                help: "write a quote inside quotes twice: \"\"")
        }
        if let offset = reader.unclosedQuote {
            findings.add(
                .raggedRow, "a quote has no end", at: offset..<(offset + 1),
                help: "close it, or write it twice and put the field in quotes: \"\"")
        }
    }

    /// What to do about a row with more or fewer fields than the heading.
    private func hint(_ fields: [String], _ width: Int, _ separator: String) -> String {
        let pairs = zip(fields, fields.dropFirst())
        let isDigits = { (text: String) in !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } }
        if fields.count > width, separator == "comma",
            let (whole, part) = pairs.first(where: { pair in
                isDigits(pair.0.hasPrefix("-") ? String(pair.0.dropFirst()) : pair.0) && isDigits(pair.1)
            })
        {
            return "a decimal comma splits a number into two fields: write \(whole).\(part) with a point"
        }
        return "put a field that has a \(separator) in double quotes"
    }
}
