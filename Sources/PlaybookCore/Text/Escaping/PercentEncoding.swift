/// Bytes as part of an address; each byte that is not kept becomes `%` and two hexadecimal digits (RFC 3986, section
/// 2.1).
///
/// - Parameter isKept: true for bytes that stay. The kept bytes together must be valid UTF-8.
@inlinable package func percentEncoded(_ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in bytes {
        if isKept(byte) { result.append(byte) } else { result.appendPercentEncoded(byte) }
    }
    return String(decoding: result, as: UTF8.self)
}

/// True for bytes that never need encoding in an address (RFC 3986, section 2.3).
package func isUnreservedInAddresses(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        true
    default: false
    }
}

extension [UInt8] {
    /// Appends a byte as `%` and two hexadecimal digits.
    @inlinable package mutating func appendPercentEncoded(_ byte: UInt8) {
        let digits: StaticString = "0123456789ABCDEF"
        append(UInt8(ascii: "%"))
        append(digits.utf8[Int(byte >> 4)])
        append(digits.utf8[Int(byte & 15)])
    }
}

/// A text with each `%XX` decoded; the text as it is if the result is not UTF-8. A `%` without two hexadecimal digits stays.
package func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
            let high = hexadecimalValue(of: bytes[index + 1]),
            let low = hexadecimalValue(of: bytes[index + 2])
        {
            result.append(high << 4 | low)
            index += 3
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return String(validating: result, as: UTF8.self) ?? text
}

private func hexadecimalValue(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}
