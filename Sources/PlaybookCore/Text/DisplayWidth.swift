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
        let simple = utf8.withContiguousStorageIfAvailable { $0.columnsOfLine }
        return (simple ?? nil) ?? reduce(0) { $0 + $1.displayWidth }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The columns that a line takes in a fixed-width font; nil where its characters need a closer look.
    package var columnsOfLine: Int? { hasOneColumnEach && !contains(.lineFeed) ? columns : nil }

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
    guard let bytes = text.withUTF8({ $0.hasOneColumnEach ? wrappedBytes($0, to: width) : nil }) else {
        return wrappedCharacters(text, to: width)
    }
    return bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
    }
}

/// The same lines as one text, with some blanks before each of them.
package func wrapped(_ text: ArraySlice<UInt8>, to width: Int, indentation: Int = 0) -> [UInt8] {
    let bytes = text.withUnsafeBufferPointer {
        $0.hasOneColumnEach ? wrappedBytes($0, to: width, indentation: indentation) : nil
    }
    if let bytes { return bytes }
    let blanks = String(repeating: " ", count: indentation)
    let lines = wrappedCharacters(String(decoding: text, as: UTF8.self), to: width)
    return Array(lines.map { blanks + $0 }.joined(separator: "\n").utf8)
}

/// `wrapped` for a text whose characters have one column each.
private func wrappedBytes(_ text: UnsafeBufferPointer<UInt8>, to width: Int, indentation: Int = 0) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count + 16)
    var columns = 0
    var index = 0
    func indent() { for _ in 0..<indentation { lines.append(.space) } }
    func breakLine() {
        lines.append(.lineFeed)
        indent()
        columns = 0
    }
    indent()
    while index < text.count {
        let start = index
        var wordColumns = 0
        while index < text.count, text[index] != .space, text[index] != .lineFeed {
            if text[index] & 0xC0 != 0x80 { wordColumns += 1 }
            index += 1
        }
        if index > start {
            if columns > 0, columns + 1 + wordColumns > width { breakLine() }
            if columns > 0 {
                lines.append(.space)
                columns += 1
            }
            lines.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            columns += wordColumns
        }
        if index < text.count, text[index] == .lineFeed { breakLine() }
        index += 1
    }
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
