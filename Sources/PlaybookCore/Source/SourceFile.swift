/// A file of the content folder as it was read: its path and its bytes. Offsets into `bytes` are the coordinates that
/// every later step uses; they become lines and columns only when somebody is told about them.
public struct SourceFile: Sendable, Hashable {
    /// The path as the user would type it, such as `content/chapters/index.md`.
    public let path: String
    /// The path below the content folder, such as `chapters/index.md`.
    public let name: String
    public let bytes: [UInt8]

    public init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }

    /// The place of a byte range in this file. Offsets past the end count as the end.
    public func place(_ range: Range<Int>) -> Place {
        let index = LineIndex(bytes)
        let start = index.position(of: range.lowerBound, in: bytes)
        let end = index.position(of: max(range.lowerBound, range.upperBound), in: bytes)
        return Place(file: path, range: start..<max(start, end), excerpt: index.text(ofLine: start.line, in: bytes))
    }

    /// The place of the file as a whole.
    public var place: Place { Place(file: path) }

    /// The text of a byte range, with what is not UTF-8 replaced.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

/// Where the lines of a text start, for turning offsets into positions. Lines end with LF, CR LF or CR (CommonMark 2.1).
public struct LineIndex: Sendable {
    private var starts: [Int] = [0]

    public init(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == .carriageReturn, offset < bytes.count, bytes[offset] == .lineFeed { offset += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(offset) }
        }
    }

    /// The number of lines; a final line ending starts one more, empty line.
    public var count: Int { starts.count }

    /// The offset of the first byte of a line, counted from 1.
    public func start(ofLine line: Int) -> Int { starts[min(max(line, 1), starts.count) - 1] }

    /// The bytes of a line, without its line ending.
    public func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = start(ofLine: line)
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }

    public func text(ofLine line: Int, in bytes: [UInt8]) -> String {
        String(decoding: bytes[range(ofLine: line, in: bytes)], as: UTF8.self)
    }

    /// The line of an offset, counted from 1.
    public func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    public func position(of offset: Int, in bytes: [UInt8]) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = line(of: offset)
        // A code point is counted at its first byte; a byte order mark is not a column that an editor shows.
        var start = start(ofLine: line)
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
        let column = bytes[start..<max(start, offset)].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return Position(line: line, column: column)
    }
}

extension UInt8 {
    // Computed and inlinable, because they are compared with in the innermost loops of other modules.
    @inlinable public static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
}
