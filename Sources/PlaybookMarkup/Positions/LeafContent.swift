import PlaybookCore

/// The text of one paragraph or heading without the markers of its containers, and where each of its lines is in the
/// file.
struct LeafContent {
    private var bytes: [UInt8] = []
    /// For each line, its offset in this text and in the file.
    private var lines: [(here: Int, there: Int)] = []
    /// The lines, counted from 0, that can only continue a paragraph: they lack markers of their containers, or are
    /// indented like code.
    private(set) var continuations: Set<Int> = []

    /// One line.
    struct Line {
        /// Without its line ending and without blanks at its start.
        let text: [UInt8]
        /// The offset of its first byte in the file.
        let origin: Int
    }

    var count: Int { bytes.count }

    subscript(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Adds a line.
    ///
    /// - Parameters:
    ///   - origin: the offset of its first byte in the file.
    ///   - isContinuation: true if it can only continue a paragraph.
    mutating func append(_ line: Slice<UnsafeBufferPointer<UInt8>>, origin: Int, isContinuation: Bool = false) {
        if isContinuation { continuations.insert(lines.count) }
        lines.append((bytes.count, origin))
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line))
    }

    /// The lines, as ranges of the content, with their line endings.
    var lineRanges: [Range<Int>] { lines.indices.map(lineRange) }

    var lineCount: Int { lines.count }

    /// The range of a line, counted from 0.
    func lineRange(_ line: Int) -> Range<Int> {
        lines[line].here..<(line + 1 < lines.count ? lines[line + 1].here : bytes.count)
    }

    /// True for a line that has only characters with which the alignment of a table's columns is written.
    func mayAlign(_ line: Int) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for index in lineRange(line) {
                switch bytes[index] {
                case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), .space, .tab, .lineFeed, .carriageReturn:
                    continue
                default: return false
                }
            }
            return true
        }
    }

    /// Removes everything, so that it can be filled again.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        if !continuations.isEmpty { continuations.removeAll() }
    }

    /// A line, or the rest of it from an index on.
    func line(_ range: Range<Int>) -> Line {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == .space || bytes[start] == .tab { start += 1 }
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return Line(text: Array(bytes[start..<end]), origin: source(start..<end).lowerBound)
    }

    /// The bytes of a range.
    func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

    /// The offsets in the file of a range of this text.
    func source(_ range: Range<Int>) -> Range<Int> {
        let start = source(range.lowerBound)
        // The end is found by the byte before it, because the next byte may be on another line of the file.
        return start..<max(start, range.isEmpty ? start : source(range.upperBound - 1) + 1)
    }

    private func source(_ index: Int) -> Int {
        guard !lines.isEmpty else { return 0 }
        if lines.count == 1 { return lines[0].there + index - lines[0].here }
        var low = 0
        var high = lines.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lines[middle].here <= index { low = middle } else { high = middle }
        }
        return lines[low].there + index - lines[low].here
    }

    /// The offset at which the text of a continuation line starts, after those markers of containers that the line
    /// has. A lazy continuation line has fewer of them (CommonMark 0.30, section 5.1).
    static func start(
        of text: UnsafeBufferPointer<UInt8>, in line: Range<Int>, containers: [InlineLocator.Container]
    ) -> (offset: Int, isContinuation: Bool) {
        var offset = line.lowerBound
        func isBlank(_ offset: Int) -> Bool {
            offset < line.upperBound && (text[offset] == .space || text[offset] == .tab)
        }
        for container in containers {
            switch container {
            case .item(let indent):
                var skipped = 0
                var content = offset
                while skipped < indent, isBlank(content) {
                    skipped += text[content] == .tab ? 4 : 1
                    content += 1
                }
                // libcmark keeps the indentation of a lazy line, which matters below link definitions.
                if skipped < indent { return (offset, true) }
                offset = content
            case .blockQuote:
                var marker = offset
                while marker < offset + 3, isBlank(marker) { marker += 1 }
                guard marker < line.upperBound, text[marker] == UInt8(ascii: ">") else { return (offset, true) }
                offset = marker + 1
                if isBlank(offset) { offset += 1 }
            }
        }
        var indent = 0
        while isBlank(offset) {
            indent += text[offset] == .tab ? 4 : 1
            offset += 1
        }
        return (offset, indent >= 4)
    }

    func hasPrefix(_ prefix: StaticString, at index: Int) -> Bool {
        prefix.withUTF8Buffer { prefix in
            index + prefix.count <= count && prefix.indices.allSatisfy { bytes[index + $0] == prefix[$0] }
        }
    }

    /// How many bytes at an index are the same as those of a text, up to the first that may start an escape or an entity.
    func commonPrefix(with literal: ArraySlice<UInt8>, at index: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            literal.withUnsafeBufferPointer { literal in
                let end = min(literal.count, bytes.count - index)
                var count = 0
                let (here, there) = (UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(literal))
                while count + 8 <= end {
                    let word = there.loadUnaligned(fromByteOffset: count, as: UInt64.self)
                    guard word == here.loadUnaligned(fromByteOffset: index + count, as: UInt64.self),
                        !Self.mayHaveEscape(word)
                    else { break }
                    count += 8
                }
                while count < end, literal[count] == bytes[index + count], literal[count] != UInt8(ascii: "\\"),
                    literal[count] != UInt8(ascii: "&")
                {
                    count += 1
                }
                return count
            }
        }
    }

    /// False if none of eight bytes is a backslash or an ampersand.
    private static func mayHaveEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ byte: UInt64) -> UInt64 {
            let difference = word ^ (ones &* byte)
            return (difference &- ones) & ~difference
        }
        return (zeros(0x5C) | zeros(0x26)) & (ones << 7) != 0
    }

    func run(of byte: UInt8, at index: Int) -> Int {
        var end = index
        while self[end] == byte { end += 1 }
        return end - index
    }

    func first(_ byte: UInt8, from index: Int) -> Int? {
        bytes[min(index, count)...].firstIndex(of: byte)
    }

    /// The entity or character reference at an index: its text and the index after it. Nil if there is none.
    func entity(at index: Int) -> (text: [UInt8], end: Int)? {
        guard self[index] == UInt8(ascii: "&"),
            let end = bytes[index..<min(count, index + 34)].firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        return entityText(bytes[index...end]).map { ($0, end + 1) }
    }
}
