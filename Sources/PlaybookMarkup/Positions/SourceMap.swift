import PlaybookCore

/// Where each byte of a text is in the file. The source is longer than the text if it has backslash escapes or entities.
struct SourceMap {
    private let start: Int
    private let end: Int
    /// The offset in the source of each byte of the text; nil if text and source are the same.
    private var offsets: [Int32]?

    /// - Parameters:
    ///   - literal: the text.
    ///   - source: where it is in the file.
    init(_ literal: ArraySlice<UInt8>, source: Range<Int32>, in file: UnsafeBufferPointer<UInt8>) {
        start = Int(source.lowerBound)
        end = Int(source.upperBound)
        guard literal.count != end - start else { return }
        offsets = Self.offsets(literal, Array(file[start..<end]))
    }

    /// The offsets in the file of a range of the text, whose first byte has index 0.
    func source(_ range: Range<Int>) -> Range<Int32> {
        guard let offsets else {
            let lower = min(start + range.lowerBound, end)
            return Int32(lower)..<Int32(min(max(lower, start + range.upperBound), end))
        }
        func offset(_ index: Int) -> Int32 { index < offsets.count ? Int32(start) + offsets[index] : Int32(end) }
        return offset(range.lowerBound)..<max(offset(range.lowerBound), offset(range.upperBound))
    }

    /// True if the byte is written with an escape or as an entity, so that it is not markup.
    func isEscaped(_ index: Int, in file: UnsafeBufferPointer<UInt8>, byte: UInt8) -> Bool {
        guard offsets != nil else { return false }
        let place = Int(source(index..<index).lowerBound)
        return place >= end || file[place] != byte
    }

    private static func offsets(_ literal: ArraySlice<UInt8>, _ source: [UInt8]) -> [Int32] {
        var offsets: [Int32] = []
        offsets.reserveCapacity(literal.count)
        var cursor = 0
        var rest = literal
        func take(_ count: Int) {
            for _ in 0..<count { offsets.append(Int32(cursor)) }
            rest = rest.dropFirst(count)
        }
        while let byte = rest.first, cursor < source.count {
            if source[cursor] == UInt8(ascii: "\\"), cursor + 1 < source.count, source[cursor + 1] == byte,
                byte.isASCIIPunctuation
            {
                take(1)
                cursor += 2
            } else if source[cursor] == UInt8(ascii: "&"), let entity = entity(source, cursor),
                rest.starts(with: entity.text)
            {
                take(entity.text.count)
                cursor = entity.end
            } else if source[cursor] == 0, rest.starts(with: "\u{FFFD}".utf8) {
                take(3)
                cursor += 1
            } else {
                take(1)
                cursor += 1
            }
        }
        return offsets
    }

    private static func entity(_ source: [UInt8], _ index: Int) -> (text: [UInt8], end: Int)? {
        guard let end = source[index..<min(source.count, index + 34)].firstIndex(of: UInt8(ascii: ";")) else {
            return nil
        }
        return entityText(source[index...end]).map { ($0, end + 1) }
    }
}
