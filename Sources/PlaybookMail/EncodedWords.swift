import PlaybookCore

/// A text as encoded words of at most 75 characters (RFC 2047), for a header. It is cut between characters. A
/// character that is too long for a word (a letter with very many marks) is cut between its code points.
/// The encoding is Q and not B, because some mail programs join words before they decode them. They then lose the text after a word in Base64
/// that ends in padding.
func encodedWords(_ text: String) -> [String] {
    // With the 12 characters around it that makes 68, so a line of 78 also has room for `Subject: `.
    let limit = 56
    var words: [String] = []
    var word = ""
    func flush() {
        if !word.isEmpty { words.append("=?utf-8?Q?\(word)?=") }
        word = ""
    }
    // Below U+0300, each code point is a Character, and going through code points takes a tenth of the time.
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

/// A code point in an encoded word. It may also be in a name before an address (RFC 2047, section 5, rule 3).
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
