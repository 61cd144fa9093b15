import CPlatform
import PlaybookCore

/// Where each line of a parsed text starts, by libcmark's rule (LF, CR LF or CR ends a line), and where it is in the file. The two differ if the
/// text was assembled from parts of the file, such as the cells of a table.
struct LineTable {
    private var starts: [Int]
    private var origins: [Int]
    private let text: UnsafeBufferPointer<UInt8>

    /// The lines of a text that is one piece of the file, which starts at `offset`.
    init(_ text: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.text = text
        starts = [0]
        starts.reserveCapacity(text.count / 40 + 1)
        var position = 0
        if let start = text.baseAddress, memchr(start, Int32(UInt8.carriageReturn), text.count) == nil {
            while let found = memchr(start + position, Int32(UInt8.lineFeed), text.count - position) {
                position = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
                starts.append(position)
            }
            position = text.count
        }
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte == .carriageReturn, position < text.count, text[position] == .lineFeed { position += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(position) }
        }
        origins = starts.map { $0 + offset }
    }

    /// The lines of a text that was assembled.
    ///
    /// - Parameter origins: for each line, its offset in the file.
    init(_ text: UnsafeBufferPointer<UInt8>, origins: [Int]) {
        self.init(text, offset: 0)
        self.origins = origins + Array(repeating: origins.last ?? 0, count: max(0, starts.count - origins.count))
    }

    /// The offset in the text of the first byte of a line, counted from 1.
    func start(of line: Int) -> Int { starts[index(line)] }

    /// The offset in the text after the last byte of a line, its line ending included.
    func next(after line: Int) -> Int { line < starts.count ? starts[max(line, 1)] : text.count }

    /// The offset in the text after the last byte of a line, without its line ending.
    func end(of line: Int) -> Int {
        var end = next(after: line)
        while end > start(of: line), text[end - 1] == .lineFeed || text[end - 1] == .carriageReturn { end -= 1 }
        return end
    }

    /// The offset in the file of an offset in the text that is on this line.
    func origin(of offset: Int, onLine line: Int) -> Int { origins[index(line)] + offset - start(of: line) }

    private func index(_ line: Int) -> Int { min(max(line, 1), starts.count) - 1 }
}
