import PlaybookCore

/// The text part, with long lines of prose wrapped at 72 columns and each new line indented like the first. A line without a blank stays whole,
/// and so do the lines of `kept`, which are code in a body (docs/templates.md).
///
/// - Parameter kept: called only if a line is long, which is rare.
func wrappingLines(of text: [UInt8], keeping kept: () -> Set<Substring>) -> [UInt8] {
    var output: [UInt8] = []
    var keptLines: Set<Substring>?
    var written = 0
    forEachLongLine(of: text) { bytes, range in
        guard hasInnerBlank(bytes[range]) else { return }
        lazy var line = Substring(decoding: bytes[range], as: UTF8.self)
        let known = keptLines ?? kept()
        keptLines = known
        let columns = UnsafeBufferPointer(rebasing: bytes[range]).columnsOfLine ?? line.displayWidth
        guard columns > 72, known.isEmpty || !known.contains(line) else { return }
        let blanks = bytes[range].prefix { $0 == .space }.count
        output.append(contentsOf: bytes[written..<range.lowerBound])
        output += wrapped(
            text[(range.lowerBound + blanks)..<range.upperBound], to: 72 - min(40, blanks), indentation: blanks)
        written = range.upperBound
    }
    if written == 0 { return text }
    output += text[written...]
    return output
}

/// Calls a function with each line of a text that is longer than 72 bytes.
private func forEachLongLine(of text: [UInt8], _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
    text.withUnsafeBufferPointer { bytes in
        var start = 0
        while start < bytes.count {
            // If lines end within 72 bytes, no line up to the last of these ends is long.
            if let next = lastLineEnd(in: bytes, start..<min(start + 73, bytes.count)) {
                start = next + 1
                continue
            }
            var end = min(start + 73, bytes.count)
            while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
            if end - start > 72 { body(bytes, start..<end) }
            start = end + 1
        }
    }
}

private func lastLineEnd(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.upperBound
    while index > range.lowerBound {
        index -= 1
        if bytes[index] == .lineFeed { return index }
    }
    return nil
}

/// True for a line with a blank that is not part of its indentation. Only such a line can be broken.
private func hasInnerBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var index = line.startIndex
    while index < line.endIndex, line[index] == .space { index += 1 }
    while index < line.endIndex {
        if line[index] == .space { return true }
        index += 1
    }
    return false
}

/// The beginning of a text on one line, cut at a blank so that it has at most `limit` characters.
func shortened(_ text: String, to limit: Int) -> String {
    let words = text.split { $0.isWhitespace }
    let line = words.joined(separator: " ")
    guard line.count > limit else { return line }
    var result = ""
    // Stops at the first word that does not fit. Adding a shorter word after it would make a sentence that nobody wrote.
    for word in words {
        guard result.count + word.count + 1 < limit else { break }
        result += (result.isEmpty ? "" : " ") + word
    }
    return (result.isEmpty ? String(line.prefix(limit - 1)) : result) + "…"
}

/// The lines of a text that are longer than 72 bytes.
func longLines(of text: [UInt8]) -> [Substring] {
    var lines: [Substring] = []
    forEachLongLine(of: text) { bytes, range in lines.append(Substring(decoding: bytes[range], as: UTF8.self)) }
    return lines
}
