import CPlatform

/// Where the lines of a text start, for turning offsets into positions. Lines end with LF, CR LF or CR (CommonMark 2.1).
package struct LineIndex: Sendable {
    /// In 32 bits, because the indexes of all files are in memory at once, and no file has 4 GB.
    private var starts: [UInt32] = [0]
    /// For each line that is longer than a block: the number of code points before each of its blocks, so that
    /// columns are counted from the nearest block.
    private var longLines: [Int: [Int]] = [:]

    /// The number of bytes in a block of a long line. In a shorter line, columns are counted from its start.
    private static let block = 2_048
    /// How many bytes of a long line are shown before and after the start of a place. A shorter line is shown whole.
    private static let shown = (before: 260, after: 640)

    package init(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { text in
            guard let base = text.baseAddress else { return }
            if memchr(base, Int32(UInt8.carriageReturn), text.count) == nil {
                findLineFeeds(base, text.count)
            } else {
                findLineEndings(text)
            }
            starts = starts.fitted
            var start = 0
            for line in 1...starts.count {
                let next = line < starts.count ? Int(starts[line]) : text.count
                if next - start > Self.block { longLines[start] = Self.codePoints(text[start..<next]) }
                start = next
            }
        }
    }

    private mutating func findLineFeeds(_ base: UnsafeRawPointer, _ count: Int) {
        var offset = 0
        while let found = memchr(base + offset, Int32(UInt8.lineFeed), count - offset) {
            offset = UnsafeRawPointer(found) - base + 1
            starts.append(UInt32(offset))
        }
    }

    private mutating func findLineEndings(_ text: UnsafeRawBufferPointer) {
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            offset += 1
            if byte == .carriageReturn, offset < text.count, text[offset] == .lineFeed { offset += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(UInt32(offset)) }
        }
    }

    private static func codePoints(_ line: Slice<UnsafeRawBufferPointer>) -> [Int] {
        var counts: [Int] = []
        var count = 0
        for (index, byte) in line.enumerated() {
            if index % block == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        return counts
    }

    /// The number of lines. A line ending at the very end starts one more line, which is empty.
    package var count: Int { starts.count }

    /// The offset of the first byte of a line, counted from 1.
    package func start(ofLine line: Int) -> Int { Int(starts[min(max(line, 1), starts.count) - 1]) }

    /// The bytes of a line, without its line ending.
    package func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = start(ofLine: line)
        var end = line < starts.count ? Int(starts[line]) : bytes.count
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }

    /// The part of a line that is shown for a place that starts at an offset: the whole line, or the part around the
    /// offset if the line is long.
    func excerpt(around offset: Int, in bytes: [UInt8]) -> Range<Int> {
        let offset = min(max(offset, 0), bytes.count)
        var line = range(ofLine: line(of: offset), in: bytes)
        // Editors do not show a byte order mark.
        if line.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line = 3..<max(3, line.upperBound) }
        guard line.count > Self.shown.before + Self.shown.after else { return line }
        var (start, end) = (offset - Self.shown.before, offset + Self.shown.after)
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return max(start, line.lowerBound)..<min(max(end, line.lowerBound), line.upperBound)
    }

    /// The number of the line that an offset is in, counted from 1.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The line and column of an offset.
    package func position(of offset: Int, in bytes: [UInt8]) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = line(of: offset)
        let lineStart = start(ofLine: line)
        // Editors do not count a byte order mark as a column.
        let mark = lineStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var (start, column) = (min(lineStart + mark, max(offset, lineStart)), 1)
        if let counts = longLines[lineStart] {
            let block = (offset - lineStart) / Self.block
            if block > 0, block < counts.count {
                start = lineStart + block * Self.block
                column += counts[block] - (mark > 0 ? 1 : 0)
            }
        }
        // A code point is counted at its first byte.
        for byte in bytes[start..<max(start, offset)] where byte & 0xC0 != 0x80 { column += 1 }
        return Position(line: line, column: column)
    }
}
