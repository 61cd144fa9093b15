import PlaybookContent
import PlaybookCore

/// The header fields that are the same in every message. They are made and checked once.
struct Sender: Sendable {
    let company: Configuration.Company
    let from: HeaderField
    let replyTo: HeaderField
    let listID: HeaderField

    init(_ company: Configuration.Company, labels: Labels) throws(HeaderProblem) {
        self.company = company
        from = try HeaderField("From", mailbox: company.from)
        replyTo = try HeaderField("Reply-To", mailbox: Mailbox(name: "", email: company.replyTo))
        guard isDotAtom(company.messageIDDomain), company.messageIDDomain.utf8.count <= 253 else {
            throw .invalid(company.messageIDDomain, in: "Message-ID", expected: "it takes a domain's name")
        }
        _ = try checkedAddress(company.unsubscribe.mailto, in: "List-Unsubscribe")
        if let https = company.unsubscribe.https, !Self.isAddress(https) {
            throw .invalid(https, in: "List-Unsubscribe", expected: "it takes an address that starts with `https://`")
        }
        // A name for people, and an identifier under a domain of the sender (RFC 2919).
        let name = labels.text(.listName, ["company": company.name])
        if hasLineBreak(name) { throw .lineBreak(in: "List-Id") }
        listID = try HeaderField("List-Id", tokens: phrase(name) + ["<digest.\(company.messageIDDomain)>"])
    }

    /// The fields with which a reader can unsubscribe: always by mail, and with one click where there is an endpoint
    /// for it (RFC 2369, RFC 8058).
    ///
    /// - Parameter token: tells the endpoint, or whoever reads the mail, which contact it is.
    func unsubscribeFields(token: String) throws(HeaderProblem) -> [HeaderField] {
        let mailto = mailtoLink(to: company.unsubscribe.mailto, subject: "stop-\(token)")
        guard let https = company.unsubscribe.https else {
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
