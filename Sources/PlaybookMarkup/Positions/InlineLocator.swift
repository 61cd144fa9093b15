import PlaybookCore

/// Finds where the inlines of one paragraph or heading are in the source, by reading the source in parallel with the
/// tree.
///
/// libcmark reports columns, but they are wrong on continuation lines that are indented or quoted (commonmark/cmark
/// issue 296), after link reference definitions, and after a link over two lines. So they are not used. Inlines come
/// in document order, each kind shows what its source must begin with, and a cursor moves along.
struct InlineLocator {
    enum Container {
        case blockQuote
        /// `indent`: how far the item's content is to the right of its marker.
        case item(indent: Int)

        var isBlockQuote: Bool { if case .blockQuote = self { true } else { false } }
    }

    /// The leaf's text as libcmark sees it: without the containers' markers and without indentation.
    private(set) var content: LeafContent
    private(set) var cursor = 0
    /// True once the source was not as expected. Everything after that gets the place where the leaf begins.
    private var isLost = false
    /// The range of `<https://…>`, whose text is not walked through by itself; nil outside one.
    private var autolink: Range<Int>?

    /// - Parameter emptied: the content of another leaf that is no longer needed. Its memory is used again.
    init(
        reusing emptied: consuming LeafContent, text: UnsafeBufferPointer<UInt8>, lines: LineTable, firstLine: Int,
        lastLine: Int, column: Int,
        containers: [Container], isHeading: Bool
    ) {
        content = emptied
        content.removeAll()
        let start = lines.start(of: firstLine) + max(0, column - 1)
        content.append(
            text[start..<max(start, lines.next(after: firstLine))], origin: lines.origin(of: start, onLine: firstLine))
        for line in (firstLine + 1)..<max(firstLine + 1, lastLine + 1) {
            let whole = lines.start(of: line)..<lines.next(after: line)
            let (start, isContinuation) = LeafContent.start(of: text, in: whole, containers: containers)
            // A heading over several lines ends with its underline; libcmark may count lines below it as part of it. If there are only link
            // definitions above it, such a line is text.
            if isHeading, Self.isUnderline(text[start..<whole.upperBound]), content.definitionsEnd < content.count,
                containers.allSatisfy({ !$0.isBlockQuote })
                    || text[whole.lowerBound..<start].contains(UInt8(ascii: ">"))
            {
                break
            }
            content.append(
                text[start..<whole.upperBound], origin: lines.origin(of: start, onLine: line),
                isContinuation: isContinuation)
        }
        skipBlanks()
        let marks = content.run(of: UInt8(ascii: "#"), at: cursor)
        if isHeading, (1...6).contains(marks), (content[cursor + marks] ?? .lineFeed) <= .space {
            cursor += marks
            skipBlanks()
        } else {
            cursor = content.definitionsEnd
        }
    }

    /// Moves the cursor over the start of an inline, or over a whole leaf.
    ///
    /// - Returns: what was moved over, as offsets in the file.
    mutating func enter(_ kind: Document.Kind, literal: ArraySlice<UInt8>) -> Range<Int> {
        if let autolink { return content.source(autolink) }
        guard !isLost else { return content.source(0..<0) }
        let start = cursor
        let moved =
            switch kind {
            case .text: moveOverText(literal)
            case .softBreak, .lineBreak: moveOverBreak()
            case .code: moveOverCode()
            case .htmlInline: moveOverText(literal)
            case .emphasis: moveOverDelimiter(1)
            case .strong: moveOverDelimiter(2)
            case .link: enterLink()
            case .image: content.hasPrefix("![", at: cursor) && move(by: 2)
            default: false
            }
        if !moved {
            isLost = true
            return content.source(0..<0)
        }
        return content.source(start..<cursor)
    }

    /// Moves the cursor over the end of an inline that has children.
    ///
    /// - Returns: the offset after it, or nil if it is not known.
    mutating func leave(_ kind: Document.Kind) -> Int? {
        if let autolink {
            self.autolink = nil
            return content.source(autolink).upperBound
        }
        guard !isLost else { return nil }
        let moved =
            switch kind {
            case .emphasis: moveOverDelimiter(1)
            case .strong: moveOverDelimiter(2)
            case .link, .image: leaveLink()
            default: false
            }
        isLost = !moved
        return moved ? content.source(cursor..<cursor).upperBound : nil
    }

    /// A run of `=` or `-` with only blanks after it (CommonMark 0.30, section 4.3).
    private static func isUnderline(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        return line.drop { $0 == mark }.allSatisfy { $0 <= .space }
    }

    private mutating func move(by count: Int) -> Bool {
        cursor += count
        return cursor <= content.count
    }

    private mutating func skipBlanks() {
        while content[cursor] == .space || content[cursor] == .tab { cursor += 1 }
    }

    /// A text equals its source, except for backslash escapes, entities, and NULs, which libcmark replaces by U+FFFD.
    private mutating func moveOverText(_ literal: ArraySlice<UInt8>) -> Bool {
        // Most texts equal their source.
        let same = content.commonPrefix(with: literal, at: cursor)
        cursor += same
        var rest = literal.dropFirst(same)
        while let byte = rest.first {
            if content[cursor] == byte, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "&") {
                cursor += 1
                rest = rest.dropFirst()
            } else if content[cursor] == UInt8(ascii: "\\"), content[cursor + 1] == byte, byte.isASCIIPunctuation {
                cursor += 2
                rest = rest.dropFirst()
            } else if let entity = content.entity(at: cursor), rest.starts(with: entity.text) {
                cursor = entity.end
                rest = rest.dropFirst(entity.text.count)
            } else if content[cursor] == 0, rest.starts(with: "\u{FFFD}".utf8) {
                cursor += 1
                rest = rest.dropFirst(3)
            } else if content[cursor] == byte {
                cursor += 1
                rest = rest.dropFirst()
            } else {
                return false
            }
        }
        return true
    }

    private mutating func moveOverBreak() -> Bool {
        // libcmark removes these bytes at the end of a line too.
        while let byte = content[cursor], byte == .space || [9, 11, 12].contains(byte) { cursor += 1 }
        if content[cursor] == UInt8(ascii: "\\") { cursor += 1 }
        let start = cursor
        if content[cursor] == .carriageReturn { cursor += 1 }
        if content[cursor] == .lineFeed { cursor += 1 }
        let moved = cursor > start
        skipBlanks()
        return moved
    }

    private mutating func moveOverCode() -> Bool {
        let opening = content.run(of: UInt8(ascii: "`"), at: cursor)
        guard opening > 0 else { return false }
        var position = cursor + opening
        while position < content.count {
            let run = content.run(of: UInt8(ascii: "`"), at: position)
            if run == opening {
                cursor = position + run
                return true
            }
            position += max(1, run)
        }
        return false
    }

    private mutating func moveOverDelimiter(_ count: Int) -> Bool {
        guard let byte = content[cursor], byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") else { return false }
        return content.run(of: byte, at: cursor) >= count && move(by: count)
    }

    private mutating func enterLink() -> Bool {
        if content[cursor] == UInt8(ascii: "[") { return move(by: 1) }
        guard content[cursor] == UInt8(ascii: "<"), let end = content.first(UInt8(ascii: ">"), from: cursor) else {
            return false
        }
        autolink = cursor..<(end + 1)
        cursor = end + 1
        return true
    }

    /// What follows the text of a link: `](address "title")`, `][label]`, `][]`, or only `]` (CommonMark 0.30,
    /// section 6.3). An address in parentheses is tried first, then a label.
    private mutating func leaveLink() -> Bool {
        guard content[cursor] == UInt8(ascii: "]") else { return false }
        cursor += 1
        if let end = content.inlineDestination(at: cursor) {
            cursor = end
        } else if content.hasPrefix("[]", at: cursor) {
            cursor += 2
        } else if let end = content.linkLabel(at: cursor) {
            cursor = end
        }
        return true
    }
}
