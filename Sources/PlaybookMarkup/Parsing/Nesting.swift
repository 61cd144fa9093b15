import CPlatform
import PlaybookCore

/// The limit on how deep quotations and lists can be nested in each other. Deeper markers are text.
///
/// For every empty line libcmark looks at every open list, so with unlimited depth its time would grow with the
/// square of the text. No writer nests this deep.
private enum Nesting {
    static var maximumDepth: Int { 100 }
    /// Four columns for each level.
    static var maximumColumn: Int { 400 }
}

/// The offsets of the markers of quotations and items that are nested too deep, judged by the markers on their line
/// or by its indentation.
func markersTooDeep(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard let base = text.baseAddress else { return [] }
    var found: [Int] = []
    var start = 0
    let hasCarriageReturns = memchr(base, Int32(UInt8.carriageReturn), text.count) != nil
    while start < text.count {
        var end = text.count
        if hasCarriageReturns {
            end = text[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? end
        } else if let newline = memchr(base + start, Int32(UInt8.lineFeed), text.count - start) {
            end = UnsafeRawPointer(newline) - UnsafeRawPointer(base)
        }
        // A marker that is too deep has at least this much before it on its line.
        if end - start > Nesting.maximumDepth {
            found += markersTooDeep(inLine: start..<end, of: text)
        }
        start = end + 1
    }
    return found
}

private func markersTooDeep(inLine line: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Int] = []
    var depth = 0
    var index = line.lowerBound
    while index < line.upperBound {
        let byte = text[index]
        var marker = index
        switch byte {
        case .space, .tab:
            index += 1
            continue
        case UInt8(ascii: ">"): break
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            guard endsMarker(index + 1, line, text) else { return found }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while marker < line.upperBound, marker - index < 9, text[marker].isASCIILetterOrDigit,
                !text[marker].isASCIILetter
            {
                marker += 1
            }
            guard marker < line.upperBound, text[marker] == UInt8(ascii: ".") || text[marker] == UInt8(ascii: ")"),
                endsMarker(marker + 1, line, text)
            else { return found }
        default: return found
        }
        depth += 1
        if depth > Nesting.maximumDepth || index - line.lowerBound > Nesting.maximumColumn {
            found.append(marker)
            // What follows is the text of this line. A long rule such as `- - -` nests nothing.
            return isRule(line, text) ? [] : found
        }
        index = marker + 1
    }
    return found
}

private func endsMarker(_ index: Int, _ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    index >= line.upperBound || text[index] == .space || text[index] == .tab || text[index] == .carriageReturn
}

private func isRule(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let mark = text[line].first { $0 != .space && $0 != .tab }
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
    return text[line].allSatisfy { $0 == mark || $0 == .space || $0 == .tab || $0 == .carriageReturn }
}
