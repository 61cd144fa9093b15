import PlaybookCore

/// The identity of a message. The same account, contact, month, items and revisions always give the same identity; any difference gives another
/// one (docs/mail.md, "Identity").
struct MessageIdentity: Sendable, Hashable {
    /// 32 hexadecimal digits.
    let token: String

    init(account: String, contact: String, month: YearMonth, items: [(id: String, revision: Int)]) {
        let parts = [account, contact, "\(month)"] + items.flatMap { [$0.id, "\($0.revision)"] }
        token = digest(parts)
    }

    /// The first 16 digits of the token.
    var shortToken: String { String(token.prefix(16)) }

    /// A token that tells the reader of a reply which message and which of its items the reply is about. Items are numbered from 1.
    ///
    /// - Returns: the first 16 digits of the message's token, and the number. It is short, because text mail shows links in full.
    func token(ofItem number: Int) -> String { "\(shortToken)-\(number)" }

    /// A token that tells the reader of an answer which message and which of its questions the answer is about. Questions are numbered from 1.
    func token(ofQuestion number: Int) -> String { "\(shortToken)-q\(number)" }

    /// A token that tells whoever handles a request to stop which contact made it. It is the same in every message to the contact. It has 24
    /// digits, because a link with it cannot be folded in a header and should stay below 78 characters.
    static func contactToken(account: String, contact: String) -> String {
        String(digest([account, contact]).prefix(24))
    }
}

/// 128 bits of the SHA-256 of some texts. Their lengths are included, so that different lists of texts never give the same bytes.
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

/// True if a text may have blanks other than single spaces between words. Always true for a text that is not ASCII, which is not examined.
private func hasOtherBlanks(_ text: String) -> Bool {
    var isAfterBlank = true
    for byte in text.utf8 {
        if byte < .space || byte >= 0x80 || byte == .space && isAfterBlank { return true }
        isAfterBlank = byte == .space
    }
    return isAfterBlank
}
