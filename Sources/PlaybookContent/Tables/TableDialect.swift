import PlaybookCore
import PlaybookModel

/// How a CSV file is written: its separator, and where its heading starts.
struct TableDialect {
    /// The byte between fields.
    let separator: UInt8
    /// The offset of the heading, after a byte order mark and a line `sep=;`, which Excel understands.
    let start: Int
    /// The given separator and the separator that the heading shows, if they differ; otherwise nil.
    let wrongSeparator: (given: CRMExport.Separator, seen: CRMExport.Separator)?

    /// - Parameters:
    ///   - columns: the headings that the file should have. The separator that finds the most of them is used.
    ///   - given: the separator that somebody chose. It is used unless another one finds more of the columns.
    init(of file: SourceFile, columns: [String], given: CRMExport.Separator?) {
        let first = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let declared = Self.declaration(in: file.bytes, at: first)
        let start = declared?.end ?? first
        let known = Set(columns.map { $0.lowercased() })
        func score(_ separator: UInt8) -> Int {
            var reader = TableReader(file: file, dialect: TableDialect(separator: separator, start: start))
            let names = (reader.nextRow() ?? []).map { reader.field($0).text.lowercased() }
            return known.intersection(names).count
        }
        var seen = given ?? .comma
        var best = score(seen.byte)
        for separator in CRMExport.Separator.allCases where score(separator.byte) > best {
            (seen, best) = (separator, score(separator.byte))
        }
        if let given, given != seen {
            self.init(separator: seen.byte, start: start, wrongSeparator: (given, seen))
        } else if given == nil, let declared, score(declared.separator) >= best {
            self.init(separator: declared.separator, start: start)
        } else {
            self.init(separator: seen.byte, start: start)
        }
    }

    private init(
        separator: UInt8, start: Int, wrongSeparator: (given: CRMExport.Separator, seen: CRMExport.Separator)? = nil
    ) {
        self.separator = separator
        self.start = start
        self.wrongSeparator = wrongSeparator
    }

    /// The separator that a first line such as `sep=;` declares, and the offset of the line after it; nil if there is
    /// no such line.
    private static func declaration(in bytes: [UInt8], at start: Int) -> (separator: UInt8, end: Int)? {
        let line = bytes[start...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
        let text = line.filter { $0 != UInt8(ascii: "\"") }
        guard text.count == 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let separator = text.last
        else { return nil }
        var end = line.endIndex
        if end < bytes.count, bytes[end] == .carriageReturn { end += 1 }
        if end < bytes.count, bytes[end] == .lineFeed { end += 1 }
        return (separator, end)
    }
}
