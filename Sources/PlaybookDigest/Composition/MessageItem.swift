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

    /// What the templates show of the item, with its body in one of its forms.
    func record(
        _ identity: MessageIdentity, replyTo: String, _ labels: Labels, body: [UInt8]
    ) -> MessageRecord.Item {
        let token = identity.token(ofItem: number)
        func reply(_ answer: LabelName) -> String {
            ReplyLinks.link(answer, title: title, token: token, replyTo: replyTo, labels)
        }
        return MessageRecord.Item(
            item: self, body: body, usefulURL: prepared.links?.useful(token) ?? reply(.useful),
            notForUsURL: prepared.links?.notForUs(token) ?? reply(.notForUs))
    }
}
