import PlaybookCore

/// A text as encoded words of at most 75 characters (RFC 2047), for a header. It is cut between characters. A
/// character that is too long for a word (a letter with very many marks) is cut between its code points.
///
/// The encoding is Q and not B, because some mail programs join words before they decode them, and lose what follows
/// a word of Base64 with padding.
func encodedWords(_ text: String) -> [String] {
    // With the 12 characters around it, 68: a line of 78 also has room for `Subject: `.
    let limit = 56
    var words: [String] = []
    var word = ""
    func flush() {
        if !word.isEmpty { words.append("=?utf-8?Q?\(word)?=") }
        word = ""
    }
    // Below U+0300 each code point is a Character, and to go by code points takes a tenth of the time.
    if text.utf8.allSatisfy({ $0 < 0xCC }), !text.utf8.contains(.carriageReturn) {
        for scalar in text.unicodeScalars {
            let piece = encoded(scalar)
            if word.utf8.count + piece.utf8.count > limit { flush() }
            word += piece
        }
    } else {
        for character in text {
            let scalars = character.unicodeScalars.map(encoded)
            let whole = scalars.joined()
            for piece in whole.utf8.count <= limit ? [whole] : scalars {
                if word.utf8.count + piece.utf8.count > limit { flush() }
                word += piece
            }
        }
    }
    flush()
    return words
}

/// A code point as an encoded word shows it, a name before an address too (RFC 2047, section 5, rule 3).
private func encoded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": return "_"
    case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": return String(scalar)
    default:
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }
        var output: [UInt8] = []
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            output += [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 15)]
        }
        return String(decoding: output, as: UTF8.self)
    }
}
