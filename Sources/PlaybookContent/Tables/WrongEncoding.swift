import PlaybookCore

/// What to do about a file that is not UTF-8. If it may be Windows-1252, which Excel writes by default in Europe and
/// America, the help says so and shows the letter.
func helpForInvalidUTF8(in file: SourceFile) -> String {
    // Every second byte of Latin text in UTF-16 is NUL.
    if let first = file.bytes.first(where: { $0 != 0 }), first < 0x80,
        file.bytes.prefix(4).count(where: { $0 == 0 }) == 2
    {
        return "it looks like UTF-16: save the file as UTF-8"
    }
    guard let offset = file.firstInvalidByte, let letter = windows1252(file.bytes[offset]),
        // A valid letter outside ASCII before it shows that the file is not Windows-1252.
        !file.bytes[..<offset].contains(where: { $0 >= 0x80 })
    else { return "save the file as UTF-8" }
    let remedy = file.name.hasSuffix(".csv") ? "in Excel, save it as CSV UTF-8" : "save the file as UTF-8"
    return "it looks like Windows-1252, where this byte is `\(letter)`: \(remedy)"
}

/// The letter or mark of a byte in Windows-1252; nil if it has none, or if its character is rare in texts.
private func windows1252(_ byte: UInt8) -> Character? {
    switch byte {
    case 0x80: "€"
    case 0x84: "„"
    case 0x85: "…"
    case 0x8A: "Š"
    case 0x8E: "Ž"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x96: "–"
    case 0x97: "—"
    case 0x99: "™"
    case 0x9A: "š"
    case 0x9E: "ž"
    // From here on, Windows-1252 is the same as Latin-1, in which each byte is the code point.
    case 0xA0...0xFF: Character(Unicode.Scalar(byte))
    default: nil
    }
}
