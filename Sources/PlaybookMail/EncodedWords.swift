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
    for character in text {
        let whole = encoded(String(character).utf8)
        let pieces = whole.utf8.count <= limit ? [whole] : character.unicodeScalars.map { encoded(String($0).utf8) }
        for piece in pieces {
            if word.utf8.count + piece.utf8.count > limit { flush() }
            word += piece
        }
    }
    flush()
    return words
}

/// Bytes in the Q encoding, with the characters that are allowed in a name before an address too (RFC 2047, section
/// 5, rule 3).
private func encoded(_ bytes: String.UTF8View) -> String {
    let digits = Array("0123456789ABCDEF")
    var output = ""
    for byte in bytes {
        switch byte {
        case .space: output.append("_")
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"):
            output.unicodeScalars.append(Unicode.Scalar(byte))
        default: output += ["=", String(digits[Int(byte >> 4)]), String(digits[Int(byte & 15)])].joined()
        }
    }
    return output
}
