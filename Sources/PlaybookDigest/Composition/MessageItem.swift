import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// A snippet in a message, filled for its reader.
struct MessageItem: Sendable {
    /// From 1.
    let number: Int
    let title: String
    let summary: String
    let reason: String
    let body: CustomerBody
    let action: Snippet.Action
    let prepared: PreparedItem
    /// What the customer said that this item answers.
    let asked: [VoiceRecord]

    /// The values of an item but for its body (docs/templates.md).
    func values(identity: MessageIdentity, replyTo: String, labels: Labels) -> [String: TemplateValue] {
        let token = identity.token(ofItem: number)
        func reply(_ answer: LabelName) -> String {
            ReplyLinks.link(answer, title: title, token: token, replyTo: replyTo, labels)
        }
        var event = TemplateValue.missing
        if let place = prepared.event?.place {
            event = .object(["date": .text(prepared.date), "place": .text(place)])
        }
        return [
            "number": "\(number)", "title": .text(title), "reason": .text(reason),
            "action": .object(["label": .text(action.label), "url": .text(action.url)]),
            "event": event, "source": .text(prepared.source),
            "useful_url": .text(prepared.links?.useful(token) ?? reply(.useful)),
            "not_for_us_url": .text(prepared.links?.notForUs(token) ?? reply(.notForUs)),
        ]
    }
}
