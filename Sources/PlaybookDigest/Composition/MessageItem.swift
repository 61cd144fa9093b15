import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// A snippet in a message, filled for its reader. A class, like `Message`.
final class MessageItem: Sendable {
    /// Counted from 1.
    let number: Int
    let title: String
    let summary: String
    let reason: String
    let body: CustomerBody
    let action: Snippet.Action
    let prepared: PreparedItem
    /// The voice records of the customer that this item answers.
    let asked: [VoiceRecord]

    init(
        number: Int, title: String, summary: String, reason: String, body: CustomerBody, action: Snippet.Action,
        prepared: PreparedItem, asked: [VoiceRecord]
    ) {
        (self.number, self.title, self.summary, self.reason) = (number, title, summary, reason)
        (self.body, self.action, self.prepared, self.asked) = (body, action, prepared, asked)
    }

    /// The link that says the item was useful.
    ///
    /// - Parameter token: names the item to whoever reads the reply.
    func usefulURL(_ token: String, replyTo: String, _ labels: Labels) -> String {
        prepared.links?.useful.with(token)
            ?? ReplyLinks.link(.useful, title: title, token: token, replyTo: replyTo, labels)
    }

    /// The link that says the item was not for the reader.
    func notForUsURL(_ token: String, replyTo: String, _ labels: Labels) -> String {
        prepared.links?.notForUs.with(token)
            ?? ReplyLinks.link(.notForUs, title: title, token: token, replyTo: replyTo, labels)
    }
}
