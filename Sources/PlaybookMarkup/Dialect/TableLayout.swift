import PlaybookCore

/// Where the rows and cells of a table are in a paragraph (GFM 0.29, section 4.10).
struct TableLayout {
    struct Cell {
        /// The text between two pipes, without blanks around it.
        let text: [UInt8]
        /// Where it is in the file.
        let source: Range<Int>
    }

    struct Row {
        let cells: [Cell]
        /// The whole line in the file, without its ending.
        let source: Range<Int>
    }

    let alignments: [Document.Alignment?]
    /// The heading is the first.
    let rows: [Row]
    /// The lines of the paragraph above the table, which stay a paragraph.
    let leadingLines: [LeafContent.Line]

    /// The layout; nil when the paragraph has no table, that is, no line of hyphens below a line with the same number
    /// of cells.
    ///
    /// - Parameters:
    ///   - start: where the text starts, after the link definitions that libcmark has taken from it.
    ///   - count: how many lines of the paragraph can belong to the table.
    init?(_ content: LeafContent, from start: Int, lines count: Int = .max) {
        // Most paragraphs have no such line.
        guard (0..<content.lineCount).contains(where: content.mayAlign) else { return nil }
        let lines = content.lineRanges.prefix(count)
        let first = lines.firstIndex { $0.upperBound > start } ?? lines.count
        guard lines.count >= first + 2 else { return nil }
        for index in (first + 1)..<lines.count where !content.continuations.contains(index) {
            guard let alignments = Self.alignments(content.text(lines[index])) else { continue }
            let heading = Self.row(content, lines[index - 1])
            // The first line of hyphens decides, as in cmark-gfm.
            guard heading.cells.count == alignments.count else { return nil }
            self.alignments = alignments
            rows = [heading] + lines[(index + 1)...].map { Self.row(content, $0) }
            leadingLines = lines[first..<(index - 1)].map(content.line)
            return
        }
        return nil
    }

    /// The alignments of the columns that a line such as `| :-- | --: |` gives; nil for any other line.
    private static func alignments(_ line: ArraySlice<UInt8>) -> [Document.Alignment?]? {
        let pipe = UInt8(ascii: "|")
        let colon = UInt8(ascii: ":")
        var hasHyphen = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): hasHyphen = true
            case pipe, colon, .space, .tab, .lineFeed, .carriageReturn: continue
            default: return nil
            }
        }
        // A line of hyphens alone is a rule, or the rest of a heading's underline.
        guard hasHyphen, line.contains(pipe) || line.contains(colon) else { return nil }
        let cells = cellRanges(line).map { trimmed(line, $0) }
        var alignments: [Document.Alignment?] = []
        for cell in cells {
            let hyphens = line[cell].drop { $0 == colon }.prefix { $0 == UInt8(ascii: "-") }
            let (starts, ends) = (line[cell].first == colon, line[cell].last == colon)
            guard !hyphens.isEmpty, hyphens.count + (starts ? 1 : 0) + (ends ? 1 : 0) == cell.count else { return nil }
            alignments.append(starts ? (ends ? .center : .left) : (ends ? .right : nil))
        }
        return alignments
    }

    private static func row(_ content: LeafContent, _ line: Range<Int>) -> Row {
        let text = content.text(line)
        let whole = trimmed(text, text.startIndex..<text.endIndex)
        let cells = cellRanges(text).map { range in
            let range = trimmed(text, range)
            return Cell(text: Array(text[range]), source: content.source(range))
        }
        return Row(cells: cells, source: content.source(whole))
    }

    /// The ranges between unescaped pipes. Pipes at both ends of a line only frame it.
    private static func cellRanges(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
        let pipe = UInt8(ascii: "|")
        let whole = trimmed(line, line.startIndex..<line.endIndex)
        // A single pipe has no cells.
        if whole.count == 1, line[whole].first == pipe { return [] }
        var start = line[whole].first == pipe ? whole.lowerBound + 1 : whole.lowerBound
        var ranges: [Range<Int>] = []
        var index = start
        while index < whole.upperBound {
            if line[index] == UInt8(ascii: "\\"), index + 1 < whole.upperBound, line[index + 1].isASCIIPunctuation {
                index += 2
                continue
            }
            if line[index] == pipe {
                ranges.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        if start < whole.upperBound || ranges.isEmpty { ranges.append(start..<max(start, whole.upperBound)) }
        return ranges
    }

    private static func trimmed(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(line[start]) { start += 1 }
        while end > start, isBlank(line[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .tab || byte == .lineFeed || byte == .carriageReturn
    }
}
