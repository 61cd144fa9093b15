import PlaybookCore

/// HTML whose long lines are broken at blanks for which a line break means the same. Otherwise quoted-printable would break them, with two more
/// characters each time. The contents of `pre` elements and the values of attributes stay as they are.
func breakingLines(ofHTML html: [UInt8]) -> [UInt8] {
    var output = html
    /// The last blank of the line that can become a line break, and the number of columns after it.
    var blank: Int?
    var (column, columnsBehind) = (0, 0)
    var (isInTag, isInValue, isInPre) = (false, false, false)
    for (index, byte) in html.enumerated() {
        switch byte {
        case .lineFeed:
            (blank, column) = (nil, 0)
            continue
        case UInt8(ascii: "<") where !isInTag:
            isInTag = true
            if html[index...].starts(with: "<pre".utf8) { isInPre = true }
            if html[index...].starts(with: "</pre".utf8) { isInPre = false }
        case UInt8(ascii: ">") where !isInValue: isInTag = false
        case UInt8(ascii: "\"") where isInTag: isInValue.toggle()
        case .space where !isInValue && (isInTag || !isInPre) && hasPlainNeighbours(index, in: html):
            (blank, columnsBehind) = (index, -1)
        default: break
        }
        let columns = byte >= .space && byte < 0x7F && byte != UInt8(ascii: "=") ? 1 : 3
        column += columns
        columnsBehind += columns
        if column > 76, let place = blank {
            output[place] = .lineFeed
            (blank, column) = (nil, columnsBehind)
        }
    }
    return output
}

/// True if a line break may replace the blank at an index. Between some characters that are not ASCII, browsers drop a line break but show a
/// blank (CSS Text 3, section 4.1.3).
private func hasPlainNeighbours(_ index: Int, in html: [UInt8]) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool { byte > .space && byte < 0x7F }
    return index > 0 && index + 1 < html.count && isPlain(html[index - 1]) && isPlain(html[index + 1])
}
