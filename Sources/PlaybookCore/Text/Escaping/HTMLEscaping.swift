// Bytes are escaped, not Characters. In Swift, `<` and a combining mark after it, or a letter before it, can form one
// Character that is not equal to `<`; for a browser it starts a tag all the same.

/// A text escaped for HTML, for use between tags or in an attribute with quotes of either kind.
package func htmlEscaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscapedWithQuotes(text)
    return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
    /// Appends text for HTML, with `&`, `<`, `>` and `"` escaped as CommonMark's reference renderer does it. In an
    /// attribute it needs double quotes around it.
    @inlinable package mutating func appendEscaped(_ text: some Collection<UInt8>) {
        // Most texts need no escape and are copied at once.
        let isPlain = text.withContiguousStorageIfAvailable { text in
            text.allSatisfy { $0 > UInt8(ascii: ">") || Self.escape(of: $0) == nil }
        }
        if isPlain == true {
            append(contentsOf: text)
            return
        }
        for byte in text {
            if let escape = Self.escape(of: byte) { append(contentsOf: escape.utf8) } else { append(byte) }
        }
    }

    /// Appends text for HTML, escaped for an attribute with quotes of either kind too.
    package mutating func appendEscapedWithQuotes(_ text: String) {
        var text = text
        text.withUTF8 { appendEscapedWithQuotes($0) }
    }

    /// Appends text for HTML, escaped for an attribute with quotes of either kind too.
    package mutating func appendEscapedWithQuotes(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { appendEscapedWithQuotes($0) }
    }

    // On a buffer, because what is generic over collections is not specialised across modules.
    private mutating func appendEscapedWithQuotes(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where text[index] <= UInt8(ascii: ">") {
            let byte = text[index]
            let escape: StaticString
            if let common = Self.escape(of: byte) {
                escape = common
            } else if byte == UInt8(ascii: "'") {
                escape = "&#39;"
            } else {
                continue
            }
            append(contentsOf: text[start..<index])
            append(contentsOf: escape.utf8)
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    @inlinable static func escape(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }
}

extension StaticString {
    /// The bytes of a literal.
    @inlinable var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
