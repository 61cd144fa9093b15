// Bytes are escaped, not Characters. In Swift, `<` and a combining mark after it, or a letter before it, can form one
// Character that is not equal to `<`; for a browser it starts a tag nevertheless.

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

    /// The loop that both use. The bytes between two escapes are copied as a whole.
    @usableFromInline mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, _ escapes: HTMLEscapes) {
        var start = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count {
                let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if !escapes.mayBeIn(word) {
                    index += 8
                    continue
                }
            }
            // Eight bytes, or the rest of the text, are checked one by one.
            let end = Swift.min(index + 8, text.count)
            while index < end, !escapes.contains(text[index]) { index += 1 }
            guard index < end else { continue }
            let byte = text[index]
            if index > start { append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
            append(contentsOf: HTMLEscapes.escape(of: byte).utf8)
            index += 1
            start = index
        }
        if start < text.count { append(contentsOf: UnsafeBufferPointer(rebasing: text[start...])) }
    }
}

/// The bytes that are escaped, as one bit for each byte below 64. No byte above is escaped.
@usableFromInline struct HTMLEscapes: Sendable {
    @usableFromInline let bits: UInt64

    @usableFromInline init(bits: UInt64) { self.bits = bits }

    /// `"` (34), `&` (38), `<` (60), `>` (62).
    @usableFromInline static var ofText: HTMLEscapes { HTMLEscapes(bits: 1 << 34 | 1 << 38 | 1 << 60 | 1 << 62) }
    /// Those of `ofText`, and `'` (39).
    @usableFromInline static var withQuotes: HTMLEscapes { HTMLEscapes(bits: ofText.bits | 1 << 39) }

    func contains(_ byte: UInt8) -> Bool { byte < 64 && bits & 1 << UInt64(byte) != 0 }

    /// False if none of eight bytes is escaped. A byte is equal to an escaped byte if their difference is zero.
    func mayBeIn(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ byte: UInt64) -> UInt64 {
            let difference = word ^ (ones &* byte)
            return (difference &- ones) & ~difference
        }
        let found = zeros(0x22) | zeros(0x26) | zeros(0x27) | zeros(0x3C) | zeros(0x3E)
        return found & (ones << 7) != 0
    }

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
