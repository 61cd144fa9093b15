// Escaping goes by bytes. To Swift `<` and a combining mark behind it, or a letter before it, can be one Character that equals
// no `<`; to a browser it is a tag all the same.

/// A text for HTML, between tags or in an attribute with quotes of either kind.
public func htmlEscaped(_ text: String) -> String {
    func escape(of byte: UInt8) -> StaticString? { byte == UInt8(ascii: "'") ? "&#39;" : [UInt8].escape(of: byte) }
    guard text.utf8.contains(where: { escape(of: $0) != nil }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        if let escape = escape(of: byte) { bytes.append(contentsOf: escape.utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
    /// Appends text for HTML, escaped as CommonMark's reference renderer does: `&`, `<`, `>` and `"`. An attribute must have double
    /// quotes.
    @inlinable public mutating func appendEscaped(_ text: some Collection<UInt8>) {
        // Most texts need no escape, and are copied as a whole.
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
