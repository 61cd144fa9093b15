import PlaybookCore

/// A text as encoded words of at most 75 characters (RFC 2047), for a header. Words are cut between characters; one
/// that is too long for a word (a letter with very many marks) is cut between its code points.
func encodedWords(_ text: String) -> [String] {
    // 36 bytes are 48 of Base64 and 60 with the frame: room on the line for the header's name.
    let limit = 36
    var words: [String] = []
    var bytes: [UInt8] = []
    func flush() {
        if !bytes.isEmpty { words.append("=?utf-8?B?\(base64(bytes))?=") }
        bytes = []
    }
    for character in text {
        let whole = Array(String(character).utf8)
        let pieces = whole.count <= limit ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
        for piece in pieces {
            if bytes.count + piece.count > limit { flush() }
            bytes += piece
        }
    }
    flush()
    return words
}

/// Bytes in Base64 (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for index in 0..<4 {
            output.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
        }
    }
    return String(decoding: output, as: UTF8.self)
}
