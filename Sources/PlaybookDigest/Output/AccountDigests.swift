import PlaybookCore
import PlaybookModel

/// What an account gets in a month: messages, and why there is none.
package struct AccountDigests: Sendable {
    package let selection: AccountSelection
    /// By the contact's e-mail address.
    package private(set) var messages: [String: PrintedMessage] = [:]
    /// Why a contact has no message, in one sentence, by their address.
    package private(set) var why: [String: String] = [:]
    private(set) var files: [OutputFile] = []
    private(set) var entries: [ManifestEntry] = []
    var diagnostics: [Diagnostic] = []

    init(selection: AccountSelection) { self.selection = selection }

    mutating func add(_ message: PrintedMessage, of contact: ContactSelection) {
        diagnostics += message.diagnostics
        if let error = message.diagnostics.first(where: { $0.severity == .error }) {
            skip(contact, why: error.message)
            return
        }
        let folder = "_digests/\(message.month)"
        files += [
            OutputFile(path: "\(folder)/\(message.path)", bytes: message.bytes),
            OutputFile(path: "\(folder)/\(message.htmlPath)", bytes: previewPage(message.html)),
            OutputFile(path: "\(folder)/\(message.textPath)", bytes: Array(message.text.utf8)),
        ]
        messages[contact.contact.email] = message
        entries.append(ManifestEntry(contact, at: selection.account.id, message: message))
    }

    mutating func skip(_ contact: ContactSelection, why: String) {
        self.why[contact.contact.email] = why
        entries.append(ManifestEntry(contact, at: selection.account.id, why: why))
    }
}

/// A message that can be written.
package struct PrintedMessage: Sendable {
    /// A snippet in it.
    package struct Item: Sendable {
        package let snippet: Snippet
        package let candidate: Candidate
        /// Why the reader gets it, in the message's language.
        package let reason: String
    }

    /// The message as it is sent (RFC 5322).
    package let bytes: [UInt8]
    /// Its HTML part.
    package let html: String
    /// Its plain-text part.
    package let text: String
    package let subject: String
    let id: String
    let diagnostics: [Diagnostic]
    /// In the order in which the message shows them.
    package let items: [Item]
    /// Below the month's folder; so are the following, the parts for people to look at.
    let path: String
    let htmlPath: String
    let textPath: String
    let month: YearMonth
}
