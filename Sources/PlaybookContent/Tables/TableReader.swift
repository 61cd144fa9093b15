import PlaybookCore
import PlaybookModel

/// Splits a CSV file into the places of its fields. The text of a field is read only on request, because exports have
/// many columns that nobody needs.
struct TableReader {
    private let file: SourceFile
    private let separator: UInt8
    private var position: Int
    /// The offset of a quoted field that has no end; nil if all quoted fields have one.
    private(set) var unclosedQuote: Int?
    /// The ranges between a closing quotation mark and the end of its field.
    private(set) var textAfterQuotes: [Range<Int>] = []

    init(file: SourceFile, dialect: TableDialect) {
        self.file = file
        separator = dialect.separator
        position = dialect.start
    }

    /// The name of the separator, without an article.
    var separatorName: String {
        CRMExport.Separator.allCases.first { $0.byte == separator }?.rawValue ?? "separator"
    }

    /// The places of the next row's fields, including quotation marks; nil at the end.
    mutating func nextRow() -> [Range<Int>]? {
        let end = file.bytes.count
        guard position < end else { return nil }
        var fields: [Range<Int>] = []
        while true {
            fields.append(nextField())
            guard position < end else { return fields }
            let byte = file.bytes[position]
            position += 1
            if byte == separator { continue }
            if byte == .carriageReturn, position < end, file.bytes[position] == .lineFeed { position += 1 }
            return fields
        }
    }

    private mutating func nextField() -> Range<Int> {
        let start = position
        let end = file.bytes.count
        if position < end, file.bytes[position] == .quote {
            position += 1
            while position < end {
                if file.bytes[position] == .quote {
                    guard position + 1 < end, file.bytes[position + 1] == .quote else { break }
                    position += 1
                }
                position += 1
            }
            if position < end { position += 1 } else { unclosedQuote = start }
            let quoted = position
            skipToEnd()
            let rest = file.bytes[quoted..<position]
            if rest.contains(where: { $0 != .space && $0 != .tab }) { textAfterQuotes.append(quoted..<position) }
        } else {
            skipToEnd()
        }
        return start..<position
    }

    private mutating func skipToEnd() {
        while position < file.bytes.count {
            let byte = file.bytes[position]
            if byte == separator || byte == .lineFeed || byte == .carriageReturn { return }
            position += 1
        }
    }

    /// True if a field is empty or is an empty pair of quotation marks.
    func isBlank(_ source: Range<Int>) -> Bool {
        file.bytes[source].allSatisfy { $0 == .space || $0 == .tab || $0 == .quote }
    }

    /// The text of a field, without its quotation marks and without blanks at its ends.
    func field(_ source: Range<Int>) -> Table.Field {
        let bytes = file.bytes[source]
        guard bytes.first == .quote else { return Table.Field(text: text(trimming: bytes), source: source) }
        var text: [UInt8] = []
        var isQuoted = true
        var index = bytes.startIndex + 1
        while index < bytes.endIndex {
            if isQuoted, bytes[index] == .quote {
                index += 1
                isQuoted = index < bytes.endIndex && bytes[index] == .quote
                if !isQuoted { continue }
            }
            text.append(bytes[index])
            index += 1
        }
        return Table.Field(text: self.text(trimming: text[...]), source: source)
    }

    private func text(trimming bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let first = bytes.first, first == .space || first == .tab { bytes.removeFirst() }
        while let last = bytes.last, last == .space || last == .tab { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate static var quote: UInt8 { UInt8(ascii: "\"") }
}
