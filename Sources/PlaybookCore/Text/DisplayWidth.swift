extension Character {
    /// The columns that a character takes in a fixed-width font: 2 for wide East Asian characters (Unicode Annex 11) and for emoji, 0 for a mark
    /// that modifies the character before it, otherwise 1.
    package var displayWidth: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        if unicodeScalars.count > 1, scalar.properties.isEmoji, unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x2FFFD, 0x30000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension StringProtocol {
    /// The columns that a text takes in a fixed-width font.
    package var displayWidth: Int {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        let simple = utf8.withContiguousStorageIfAvailable {
            $0.hasOneColumnEach && !$0.contains(.lineFeed) ? $0.columns : nil
        }
        return (simple ?? nil) ?? reduce(0) { $0 + $1.displayWidth }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// True for line feeds and printable characters below U+0300, each of which is a Character of one column: ASCII, and Latin letters with accents.
    /// False if the text has any other character, or a soft hyphen, which takes no column.
    fileprivate var hasOneColumnEach: Bool {
        var lead: UInt8 = 0
        for byte in self {
            switch byte {
            case 0x20..<0x7F, 0x0A, 0xC2...0xCB: break
            case 0x80..<0xA0, 0xAD: if lead <= 0xC2 { return false }
            case 0xA0..<0xC0: if lead < 0xC2 { return false }
            default: return false
            }
            lead = byte
        }
        return true
    }

    /// The number of columns of such a text.
    fileprivate var columns: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}

/// A text cut into lines of at most `width` columns at its blanks. A word that is wider stays whole, because an address
/// that is cut cannot be used. Line feeds in the text stay.
package func wrapped(_ text: String, to width: Int) -> [String] {
    var text = text
    return text.withUTF8 { $0.hasOneColumnEach ? wrappedBytes($0, to: width) : nil }
        ?? wrappedCharacters(text, to: width)
}

/// `wrapped` for a text whose characters have one column each.
private func wrappedBytes(_ text: UnsafeBufferPointer<UInt8>, to width: Int) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var columns = 0
    var index = 0
    func flush() {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        columns = 0
    }
    while index < text.count {
        let start = index
        var wordColumns = 0
        while index < text.count, text[index] != .space, text[index] != .lineFeed {
            if text[index] & 0xC0 != 0x80 { wordColumns += 1 }
            index += 1
        }
        if index > start {
            if columns > 0, columns + 1 + wordColumns > width { flush() }
            if columns > 0 {
                line.append(.space)
                columns += 1
            }
            line.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            columns += wordColumns
        }
        if index < text.count, text[index] == .lineFeed { flush() }
        index += 1
    }
    flush()
    return lines
}

private func wrappedCharacters(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var line = ""
        var lineWidth = 0
        for word in paragraph.split(separator: " ") {
            let wordWidth = word.displayWidth
            if !line.isEmpty, lineWidth + 1 + wordWidth > width {
                lines.append(line)
                (line, lineWidth) = ("", 0)
            }
            if !line.isEmpty {
                line += " "
                lineWidth += 1
            }
            line += word
            lineWidth += wordWidth
        }
        lines.append(line)
    }
    return lines
}
