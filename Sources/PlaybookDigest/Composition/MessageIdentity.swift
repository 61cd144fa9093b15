import PlaybookCore

/// What a message is known by: the same account, contact, month and items with revisions always give the same, anything
/// else another one (docs/mail.md, "Identity").
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
    var bytes: [UInt8] = []
    for part in parts {
        bytes += String(part.utf8.count).utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += part.utf8
    }
    return String(sha256(bytes).prefix(32))
}
