import PlaybookCore

/// What a message is known by: the same account, contact, month and items with revisions always give the same, anything
/// else another one (docs/mail.md, "Identity").
struct MessageIdentity: Sendable, Hashable {
    /// 32 hexadecimal digits.
    let token: String

    init(account: String, contact: String, month: YearMonth, items: [(id: String, revision: Int)]) {
        let parts = [account, contact, "\(month)"] + items.flatMap { [$0.id, "\($0.revision)"] }
        token = digest(parts)
    }

    /// The first 16 digits of the token.
    var shortToken: String { String(token.prefix(16)) }

    /// Names this message and one of its items, numbered from 1, to whoever reads a reply.
    ///
    /// - Returns: the first 16 digits of the message's token, and the number. Short, for text mail shows links in full.
    func token(ofItem number: Int) -> String { "\(shortToken)-\(number)" }

    /// Names this message and one of its questions, numbered from 1, to whoever reads an answer.
    func token(ofQuestion number: Int) -> String { "\(shortToken)-q\(number)" }

    /// Names a contact, the same in every message, to whoever handles a request to stop. 24 digits: a link with it
    /// cannot be folded, and should stay below 78 characters in a header.
    static func contactToken(account: String, contact: String) -> String {
        String(digest([account, contact]).prefix(24))
    }
}

/// 128 bits of the SHA-256 of some texts. Their lengths are part of it, so that no two lists of texts read the same.
private func digest(_ parts: [String]) -> String {
    String(sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)).prefix(32))
}

/// A `mailto:` link with a subject (RFC 6068). The address keeps its `@`; everything else that is not plain is
/// percent-encoded.
func mailtoLink(to address: String, subject: String) -> String {
    let at = address.lastIndex(of: "@") ?? address.endIndex
    let line =
        hasOtherBlanks(subject)
        ? subject.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ") : subject
    func encoded(_ text: some StringProtocol) -> String {
        percentEncoded(text.utf8, keeping: isUnreservedInAddresses)
    }
    return "mailto:\(encoded(address[..<at]))@\(encoded(address[at...].dropFirst()))?subject=\(encoded(line))"
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
