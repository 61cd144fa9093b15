import PlaybookCore

extension [UInt8] {
    /// Appends an address for an attribute. Characters that addresses cannot have are percent-encoded.
    mutating func appendAddress(_ text: some Sequence<UInt8>) {
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
                appendPercentEncoded(byte)
            }
        }
    }
}

/// True for addresses that run code in a browser: `javascript:`, `vbscript:`, `file:`, and `data:` except for pictures. Browsers drop control
/// characters and blanks before and inside a scheme, so these are ignored here.
@inlinable package func isDangerousAddress(_ url: some Sequence<UInt8>) -> Bool {
    for byte in url where byte > 0x20 && byte != 0x7F {
        // For nearly all addresses, the first letter shows that they are harmless.
        switch byte | 0x20 {
        case UInt8(ascii: "j"), UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "d"): return runsCode(Array(url))
        default: return false
        }
    }
    return false
}

@usableFromInline func runsCode(_ url: [UInt8]) -> Bool {
    var start: [UInt8] = []
    for byte in url where byte > 0x20 && byte != 0x7F {
        start.append((65...90).contains(byte) ? byte | 0x20 : byte)
        if start.count == 24 { break }
    }
    let text = String(decoding: start, as: UTF8.self)
    if ["javascript:", "vbscript:", "file:"].contains(where: text.startsWithBytes) { return true }
    let pictures = ["png", "gif", "jpeg", "webp"].map { "data:image/" + $0 }
    return text.startsWithBytes(of: "data:") && !pictures.contains(where: text.startsWithBytes)
}
