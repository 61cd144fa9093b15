import PlaybookCore

extension HeaderField {
    /// A field with one mailbox, such as `From` (RFC 5322, section 3.4).
    package init(_ name: String, mailbox: Mailbox) throws(HeaderProblem) {
        if hasLineBreak(mailbox.name) { throw .lineBreak(in: name) }
        let address = try checkedAddress(mailbox.email, in: name)
        guard !mailbox.name.isEmpty else {
            try self.init(name, tokens: [address])
            return
        }
        try self.init(name, tokens: phrase(mailbox.name) + ["<\(address)>"])
    }
}

/// The tokens of a name before an address. The name is unchanged if it consists of plain words, in quotation marks if it is other ASCII text, and
/// otherwise written as encoded words.
func phrase(_ name: String) -> [String] {
    guard name.isPrintableASCII else { return encodedWords(name) }
    let words = name.pieces(between: " ", omittingEmpty: false)
    let isPlain = words.allSatisfy { word in
        !word.isEmpty && word.utf8.count <= 60 && word.utf8.allSatisfy(isAtomText) && !word.startsWithBytes(of: "=?")
    }
    if isPlain { return words }
    guard name.utf8.count <= 60, !name.mayHaveEncodedWord else { return encodedWords(name) }
    return ["\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
}

/// An address that needs no quoting (RFC 5322, `dot-atom`), which is true of all addresses in use.
///
/// - Throws: `HeaderProblem` for any other address, such as one with a blank or an angle bracket. Such an address is refused, not repaired.
func checkedAddress(_ address: String, in name: String) throws(HeaderProblem) -> String {
    if hasLineBreak(address) { throw .lineBreak(in: name) }
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isDotAtom), address.utf8.count <= 254,
        // Some mail programs take this for an encoded word wherever it is.
        !address.mayHaveEncodedWord
    else {
        throw .invalid(address, in: name, expected: "it takes an address such as `ana.silva@northwind.example`")
    }
    return address
}

/// True for words of RFC 5322's `atext` with dots between them.
func isDotAtom(_ text: some Collection<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.allSatisfy(isAtomText)
    }
}

private func isAtomText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
