import PlaybookCore

/// A `mailto:` link with a subject (RFC 6068). The address keeps its `@`. Everything else that is not plain is percent-encoded, and line breaks
/// become blanks.
package func mailtoLink(to address: String, subject: String) -> String {
    let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) ?? address.endIndex
    var link = Array("mailto:".utf8)
    link.append(encoding: address[..<at])
    link.append(UInt8(ascii: "@"))
    link.append(encoding: address[at...].dropFirst())
    link += Array("?subject=".utf8)
    let line =
        hasOtherBlanks(subject)
        ? subject.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ") : subject
    link.append(encoding: line[...])
    return String(decoding: link, as: UTF8.self)
}

/// True for a text that may have blanks other than single spaces between words; of texts that are not ASCII that is not known.
private func hasOtherBlanks(_ text: String) -> Bool {
    var isAfterBlank = true
    for byte in text.utf8 {
        if byte < .space || byte >= 0x80 || byte == .space && isAfterBlank { return true }
        isAfterBlank = byte == .space
    }
    return isAfterBlank
}

extension [UInt8] {
    /// Appends a text, percent-encoding every character that has a special meaning in some part of an address.
    fileprivate mutating func append(encoding text: Substring) {
        for byte in text.utf8 {
            if isUnreservedInAddresses(byte) { append(byte) } else { appendPercentEncoded(byte) }
        }
    }
}
