import PlaybookCore

/// A text as encoded words of at most 75 characters (RFC 2047), for a header. It is cut between characters. A
/// character that is too long for a word (a letter with very many marks) is cut between its code points.
/// The encoding is Q and not B, because some mail programs join words before they decode them. They then lose the text after a word in Base64
/// that ends in padding.
func encodedWords(_ text: String) -> [String] {
    // With the 12 characters around it that makes 68, so a line of 78 also has room for `Subject: `.
    let limit = 56
    var words: [String] = []
    var word: [UInt8] = []
    func flush() {
        if !word.isEmpty { words.append("=?utf-8?Q?\(String(decoding: word, as: UTF8.self))?=") }
        word.removeAll(keepingCapacity: true)
    }
    /// Starts a new word with what was added last where the word has become too long.
    func cut(_ start: Int) {
        guard start > 0, word.count > limit else { return }
        let rest = word[start...]
        word.removeSubrange(start...)
        flush()
        word += rest
    }
    // Below U+0300, each code point is a Character, and going through code points takes a tenth of the time.
    if text.utf8.allSatisfy({ $0 < 0xCC }), !text.utf8.contains(.carriageReturn) {
        for scalar in text.unicodeScalars {
            let start = word.count
            append(scalar, to: &word)
            cut(start)
        }
    } else {
        for character in text {
            var whole: [UInt8] = []
            for scalar in character.unicodeScalars { append(scalar, to: &whole) }
            if whole.count <= limit {
                let start = word.count
                word += whole
                cut(start)
                continue
            }
            for scalar in character.unicodeScalars {
                let start = word.count
                append(scalar, to: &word)
                cut(start)
            }
        }
    }
    flush()
    return words
}

/// Appends a code point as an encoded word shows it, a name before an address too (RFC 2047, section 5, rule 3).
private func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    switch scalar {
    case " ": word.append(UInt8(ascii: "_"))
    case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": word.append(UInt8(ascii: scalar))
    default:
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            word.append(UInt8(ascii: "="))
            word.append(digit(byte >> 4))
            word.append(digit(byte & 15))
        }
    }
}
