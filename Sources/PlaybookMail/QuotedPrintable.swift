import PlaybookCore

/// A text in quoted-printable (RFC 2045, section 6.7): lines of at most 76 characters that end in CR LF, whatever
/// they ended in before. What relays are known to change is encoded too: a dot or `From ` at the start of a line, and
/// blanks at its end.
func quotedPrintable(_ text: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8)
    var column = 0
    var index = 0
    while index < text.count {
        let byte = text[index]
        if byte == .lineFeed || byte == .carriageReturn {
            if byte == .carriageReturn, index + 1 < text.count, text[index + 1] == .lineFeed { index += 1 }
            output += [.carriageReturn, .lineFeed]
            column = 0
            index += 1
            continue
        }
        let next = index + 1 < text.count ? text[index + 1] : .lineFeed
        let endsLine = next == .lineFeed || next == .carriageReturn
        let isPlain: Bool
        switch byte {
        case .space, .tab: isPlain = !endsLine
        case UInt8(ascii: "="): isPlain = false
        case UInt8(ascii: "."): isPlain = column > 0
        case UInt8(ascii: "F"): isPlain = column > 0 || !text[index...].starts(with: Array("From ".utf8))
        default: isPlain = (0x21..<0x7F).contains(byte)
        }
        // The last character of a line may be in column 76. Before a soft line break the 76th is the equals sign.
        let width = isPlain ? 1 : 3
        if column + width > (endsLine ? 76 : 75) {
            output += [UInt8(ascii: "="), .carriageReturn, .lineFeed]
            column = 0
            // The byte is looked at again, now as the first of its line.
            continue
        }
        if isPlain {
            output.append(byte)
        } else {
            output.append(UInt8(ascii: "="))
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 15)])
        }
        column += width
        index += 1
    }
    return output
}
