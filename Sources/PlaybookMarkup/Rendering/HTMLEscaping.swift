extension [UInt8] {
    /// Appends text for HTML, escaped as CommonMark's reference renderer does: `&`, `<`, `>` and `"`.
    public mutating func appendEscaped(_ text: some Collection<UInt8>) {
        // Most texts need no escape, and are copied as a whole.
        let isPlain = text.withContiguousStorageIfAvailable { text in
            text.allSatisfy { $0 > UInt8(ascii: ">") || !Self.isEscaped($0) }
        }
        if isPlain == true {
            append(contentsOf: text)
            return
        }
        for byte in text {
            if let escape = Self.escape(of: byte) { append(contentsOf: escape.utf8) } else { append(byte) }
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte == UInt8(ascii: "\"")
    }

    private static func escape(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }

    /// Appends an address for an attribute: characters that addresses do not have are percent-encoded.
    mutating func appendAddress(_ text: some Sequence<UInt8>) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#x27;".utf8)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                append(byte)
            case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "/"),
                UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                append(byte)
            default:
                append(UInt8(ascii: "%"))
                append(digits[Int(byte >> 4)])
                append(digits[Int(byte & 15)])
            }
        }
    }
}

/// True for addresses that run code in a browser: `javascript:`, `vbscript:`, `file:`, and `data:` but for pictures.
/// Browsers drop control characters and blanks before and inside a scheme, so they do not count here.
public func isDangerousAddress(_ url: some Sequence<UInt8>) -> Bool {
    var start: [UInt8] = []
    for byte in url where byte > 0x20 && byte != 0x7F {
        start.append((65...90).contains(byte) ? byte | 0x20 : byte)
        if start.count == 24 { break }
    }
    let text = String(decoding: start, as: UTF8.self)
    if ["javascript:", "vbscript:", "file:"].contains(where: text.hasPrefix) { return true }
    let pictures = ["png", "gif", "jpeg", "webp"].map { "data:image/" + $0 }
    return text.hasPrefix("data:") && !pictures.contains(where: text.hasPrefix)
}
