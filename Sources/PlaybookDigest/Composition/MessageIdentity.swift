import PlaybookCore

/// The identity of a message. The same account, contact, month, items and revisions always give the same identity; any difference gives another
/// one (docs/mail.md, "Identity").
struct MessageIdentity: Sendable, Hashable {
    /// 32 hexadecimal digits.
    let token: String
    /// The first 16 digits of the token.
    let shortToken: String

    init(account: String, contact: String, month: YearMonth, items: [(id: String, revision: Int)]) {
        let parts = [account, contact, "\(month)"] + items.flatMap { [$0.id, "\($0.revision)"] }
        token = digest(parts)
        shortToken = String(token.prefix(16))
    }

    /// Names this message and one of its items, numbered from 1, to whoever reads a reply.
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
    var bytes: [UInt8] = []
    for part in parts {
        bytes += String(part.utf8.count).utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += part.utf8
    }
    return String(sha256(bytes).prefix(32))
}
