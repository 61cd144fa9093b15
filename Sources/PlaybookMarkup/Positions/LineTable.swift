import PlaybookCore

/// Where each line of a text starts, by libcmark's rule: LF, CR LF or CR end a line.
struct LineTable {
    private var starts: [Int] = [0]
    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        starts.reserveCapacity(text.count / 40 + 1)
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            offset += 1
            if byte == .carriageReturn, offset < text.count, text[offset] == .lineFeed { offset += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(offset) }
        }
    }

    /// The offset of the first byte of a line, counted from 1.
    func start(of line: Int) -> Int { starts[min(max(line, 1), starts.count) - 1] }

    /// The offset after the last byte of a line, its line ending included.
    func next(after line: Int) -> Int { line < starts.count ? starts[max(line, 1)] : text.count }

    /// The offset after the last byte of a line, without its line ending.
    func end(of line: Int) -> Int {
        var end = next(after: line)
        while end > start(of: line), text[end - 1] == .lineFeed || text[end - 1] == .carriageReturn { end -= 1 }
        return end
    }
}
