// Bytes are escaped, not Characters. In Swift, `<` and a combining mark after it, or a letter before it, can form one
// Character that is not equal to `<`; for a browser it starts a tag all the same.

/// A text escaped for HTML, for use between tags or in an attribute with quotes of either kind.
package func htmlEscaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscapedWithQuotes(text.utf8)
    return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
    /// Appends text for HTML, with `&`, `<`, `>` and `"` escaped as CommonMark's reference renderer does it. In an
    /// attribute it needs double quotes around it.
    @inlinable package mutating func appendEscaped(_ text: some Collection<UInt8>) {
        if text.withContiguousStorageIfAvailable({ appendEscaped($0, HTMLEscapes.ofText) }) == nil {
            Array(text).withUnsafeBufferPointer { appendEscaped($0, HTMLEscapes.ofText) }
        }
    }

    /// Appends text for HTML, escaped for an attribute with quotes of either kind too.
    @inlinable package mutating func appendEscapedWithQuotes(_ text: some Collection<UInt8>) {
        if text.withContiguousStorageIfAvailable({ appendEscaped($0, HTMLEscapes.withQuotes) }) == nil {
            Array(text).withUnsafeBufferPointer { appendEscaped($0, HTMLEscapes.withQuotes) }
        }
    }

    /// The one loop behind both: what stands between two escapes is copied as a whole.
    @usableFromInline mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, _ escapes: HTMLEscapes) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard escapes.contains(byte) else { continue }
            if index > start { append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
            append(contentsOf: HTMLEscapes.escape(of: byte).utf8)
            start = index + 1
        }
        if start < text.count { append(contentsOf: UnsafeBufferPointer(rebasing: text[start...])) }
    }
}

/// The bytes that are escaped: a bit for each of the first 64, above which there is none.
@usableFromInline struct HTMLEscapes: Sendable {
    @usableFromInline let bits: UInt64

    @usableFromInline init(bits: UInt64) { self.bits = bits }

    /// `"` (34), `&` (38), `<` (60), `>` (62).
    @usableFromInline static var ofText: HTMLEscapes { HTMLEscapes(bits: 1 << 34 | 1 << 38 | 1 << 60 | 1 << 62) }
    /// `'` (39) too.
    @usableFromInline static var withQuotes: HTMLEscapes { HTMLEscapes(bits: ofText.bits | 1 << 39) }

    func contains(_ byte: UInt8) -> Bool { byte < 64 && bits & 1 << UInt64(byte) != 0 }

    static func escape(of byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }
}

extension StaticString {
    /// The bytes of a literal.
    @inlinable var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
