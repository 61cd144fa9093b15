import PlaybookCore

/// The header fields that are the same in every message, made and checked once.
package struct SenderFields: Sendable {
    package let from: HeaderField
    package let replyTo: HeaderField
    package let listID: HeaderField
    package let autoSubmitted: HeaderField
    /// The link that stops by mail, up to what names the contact.
    private let mailto: String
    private let https: String?

    /// - Parameters:
    ///   - domain: the domain of the ids of messages and of the list.
    ///   - mailto: the address for requests to stop.
    ///   - https: the endpoint that stops messages in one click; nil if there is none.
    ///   - listName: what people call the list.
    package init(
        from: Mailbox, replyTo: String, domain: String, mailto: String, https: String?, listName: String
    ) throws(HeaderProblem) {
        self.mailto = mailtoLink(to: mailto, subject: "stop-")
        self.https = https
        self.from = try HeaderField("From", mailbox: from)
        self.replyTo = try HeaderField("Reply-To", mailbox: Mailbox(name: "", email: replyTo))
        guard isDotAtom(domain.utf8), domain.utf8.count <= 253 else {
            throw .invalid(domain, in: "Message-ID", expected: "it takes a domain's name")
        }
        _ = try checkedAddress(mailto, in: "List-Unsubscribe")
        if let https, !Self.isAddress(https) {
            throw .invalid(https, in: "List-Unsubscribe", expected: "it takes an address that starts with `https://`")
        }
        // RFC 2919: a name for people, and an identifier under a domain of the sender's own.
        if hasLineBreak(listName) { throw .lineBreak(in: "List-Id") }
        autoSubmitted = try HeaderField("Auto-Submitted", tokens: ["auto-generated"])
        listID = try HeaderField("List-Id", tokens: phrase(listName) + ["<digest.\(domain)>"])
    }

    /// The fields with which a reader can stop the messages: always by mail, and in one click if there is an endpoint for it (RFC 2369, RFC
    /// 8058).
    ///
    /// - Parameter token: tells the endpoint, or the reader of the mail, which contact it is.
    package func unsubscribeFields(token: String) throws(HeaderProblem) -> [HeaderField] {
        let mailto = mailto + percentEncoded(token.utf8, keeping: isUnreservedInAddresses)
        guard let https else {
            return [try HeaderField("List-Unsubscribe", tokens: ["<\(mailto)>"])]
        }
        let address = https + (https.contains("?") ? "&" : "?") + "token=\(token)"
        return [
            try HeaderField("List-Unsubscribe", tokens: ["<\(address)>,", "<\(mailto)>"]),
            try HeaderField("List-Unsubscribe-Post", tokens: ["List-Unsubscribe=One-Click"]),
        ]
    }

    private static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("https://") && text.utf8.count > 8
            && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"<>,\"".utf8.contains($0) }
    }
}
