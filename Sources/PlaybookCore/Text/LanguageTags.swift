/// True for a language code of two or three letters (ISO 639), optionally followed by parts of letters and digits after hyphens (RFC 5646). Longer
/// first parts are reserved, so `English` is not a language tag.
package func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) || isLetter($0) }
    }
}
