import PlaybookCore

/// The footnotes that a paragraph defines. libcmark does not know footnotes and takes `[^label]: text` for text of a
/// paragraph.
struct FootnoteLayout {
    struct Definition {
        let label: [UInt8]
        /// `[^label]:` in the file.
        let source: Range<Int>
        /// The text after it, without indentation.
        var lines: [LeafContent.Line]
    }

    var definitions: [Definition] = []
    /// The lines of text above the first definition.
    let leadingLines: [LeafContent.Line]
    /// The number of those lines, with the link reference definitions that libcmark has taken from the paragraph.
    let leadingLinesWithReferences: Int

    /// The layout; nil when no line from `start` on begins with a label and a colon.
    init?(_ content: LeafContent, from start: Int, masks: Masks) {
        let lines = content.lineRanges
        let first = lines.firstIndex { $0.upperBound > start } ?? lines.count
        var leadingLines: Int?
        for (index, line) in lines.enumerated().dropFirst(first) {
            let text = content.text(line)
            var whole = index == first ? max(start, line.lowerBound) : line.lowerBound
            while whole < line.upperBound, text[whole] == .space || text[whole] == .tab { whole += 1 }
            if let (label, end) = masks.label(in: text, at: whole), end < text.endIndex, text[end] == UInt8(ascii: ":")
            {
                if leadingLines == nil { leadingLines = index }
                definitions.append(
                    Definition(label: Array(label), source: content.source(whole..<(end + 1)), lines: []))
                definitions[definitions.count - 1].add(content, (end + 1)..<line.upperBound)
            } else if !definitions.isEmpty {
                definitions[definitions.count - 1].add(content, line)
            }
        }
        guard let leadingLines else { return nil }
        leadingLinesWithReferences = leadingLines
        self.leadingLines = lines[first..<leadingLines].map { content.line(max(start, $0.lowerBound)..<$0.upperBound) }
    }
}

extension FootnoteLayout.Definition {
    fileprivate mutating func add(_ content: LeafContent, _ line: Range<Int>) {
        lines.append(content.line(line))
    }

    /// Adds the lines of an indented block below, which libcmark has taken for code.
    ///
    /// - Parameters:
    ///   - literal: its text, already without four columns of indentation.
    ///   - start: where it starts in the file. Each of its lines ends where a line of the file ends.
    mutating func add(block literal: ArraySlice<UInt8>, from start: Int, in file: UnsafeBufferPointer<UInt8>) {
        if !lines.isEmpty { lines.append(LeafContent.Line(text: [], origin: start)) }
        var position = start
        for line in literal.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            var end = position
            while end < file.count, file[end] != .lineFeed, file[end] != .carriageReturn { end += 1 }
            lines.append(LeafContent.Line(text: Array(line), origin: max(0, end - line.count)))
            position = end + 1
            if end + 1 < file.count, file[end] == .carriageReturn, file[end + 1] == .lineFeed { position += 1 }
        }
    }

    /// True when a block directly below the definition is indented and so belongs to it: the source of the block
    /// begins with its text.
    static func isIndented(
        _ literal: ArraySlice<UInt8>, at start: Int, in file: UnsafeBufferPointer<UInt8>, masks: Masks
    ) -> Bool {
        let first = literal.prefix { $0 != .lineFeed }.map(masks.original)
        guard start + first.count <= file.count else { return false }
        let end = start + first.count
        return file[start..<end].elementsEqual(first)
            && (end == file.count || file[end] == .lineFeed || file[end] == .carriageReturn)
    }
}
