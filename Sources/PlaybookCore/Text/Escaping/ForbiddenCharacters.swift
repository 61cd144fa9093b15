extension Unicode.Scalar {
    /// True for a code point that no text for readers needs and that can harm the program that shows it: control
    /// characters except tab and line feed, line and paragraph separators, noncharacters, and characters that set the
    /// direction of the text after them (Unicode 15, sections 23.1 to 23.9; UAX #9).
    ///
    /// Joiners (U+200C, U+200D), variation selectors, soft hyphens, word joiners, zero-width spaces and direction
    /// marks (U+200E, U+200F) occur in honest texts, so they are allowed.
    package var isForbiddenInText: Bool {
        switch value {
        case 0x09, 0x0A: false
        // C0, DEL and C1.
        case 0...0x1F, 0x7F...0x9F: true
        // Separators; embeddings and overrides; isolates; deprecated format characters.
        case 0x2028...0x202E, 0x2066...0x206F: true
        // A byte order mark inside a text; interlinear annotations; the language tag.
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: true
        default: isNoncharacter
        }
    }

    /// True for the 66 code points that Unicode will never assign.
    private var isNoncharacter: Bool { (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE }

    /// The code point as it is shown to people: `\r`, `\n`, `\t`, or `\u{202E}`.
    package var visibleForm: String {
        switch self {
        case "\r": "\\r"
        case "\n": "\\n"
        case "\t": "\\t"
        default: "\\u{\(String(value, radix: 16, uppercase: true))}"
        }
    }
}

/// The first forbidden code point of a text; nil if it has none. Tag characters are allowed in the flag of a region
/// (after U+1F3F4); anywhere else they are hidden text.
package func firstForbiddenScalar(in text: some StringProtocol) -> Unicode.Scalar? {
    var isInFlag = false
    for scalar in text.unicodeScalars {
        let isTag = (0xE0020...0xE007F).contains(scalar.value)
        if scalar.isForbiddenInText || (isTag && !isInFlag) { return scalar }
        isInFlag = scalar.value == 0x1F3F4 || (isTag && isInFlag)
    }
    return nil
}

/// A text on one line without forbidden code points, for values that cannot be corrected, such as an author's name in
/// Git. Tabs and line feeds become blanks.
package func withoutForbiddenScalars(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isForbiddenInText {
        result.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    }
    return String(result)
}

/// A text in which every line break is a line feed. Spreadsheets write CR LF or CR.
package func withLineFeedsOnly(_ text: String) -> String {
    guard text.utf8.contains(.carriageReturn) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if byte == .lineFeed, bytes.last == .carriageReturn { bytes.removeLast() }
        bytes.append(byte)
    }
    return String(decoding: bytes.map { $0 == .carriageReturn ? .lineFeed : $0 }, as: UTF8.self)
}
