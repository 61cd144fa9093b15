import PlaybookContent
import PlaybookCore

/// The header fields that are the same in every message, made and checked once.
struct Sender: Sendable {
    let company: Configuration.Company
    let from: HeaderField
    let replyTo: HeaderField
    let listID: HeaderField
    let autoSubmitted: HeaderField

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
        // RFC 2919: a name for people, and an identifier under a domain of the sender's own.
        let name = labels.text(.listName, ["company": company.name])
        if hasLineBreak(name) { throw .lineBreak(in: "List-Id") }
        autoSubmitted = try HeaderField("Auto-Submitted", tokens: ["auto-generated"])
        listID = try HeaderField("List-Id", tokens: phrase(name) + ["<digest.\(company.messageIDDomain)>"])
    }

    /// The fields that let a reader stop: by mail always, and in one click where there is an endpoint for it (RFC 2369,
    /// RFC 8058).
    ///
    /// - Parameter token: names the contact to the endpoint or whoever reads the mail.
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

    /// The address that a reader stops the messages with, for the parts of a message.
    ///
    /// - Parameter token: names the contact to whoever reads the mail.
    func stopLink(_ token: String, _ labels: Labels) -> String {
        mailtoLink(to: company.unsubscribe.mailto, subject: labels.text(.stopSubject, ["token": token]))
    }

    private static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("https://") && text.utf8.count > 8
            && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"<>,\"".utf8.contains($0) }
    }
}
