import PlaybookMail
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
    let event: CalendarEvent?
    let source: String
    /// What the customer said that this item answers.
    let asked: [VoiceRecord]

    /// The values of an item; `body` is the one of the part that they are for (docs/templates.md).
    func values(body: String, identity: MessageIdentity, replyTo: String, labels: Labels) -> [String: TemplateValue] {
        let token = identity.token(ofItem: number)
        func reply(_ answer: LabelName) -> TemplateValue {
            let values = ["answer": labels.text(answer), "title": title, "token": token]
            return .text(mailtoLink(to: replyTo, subject: labels.text(.replySubject, values)))
        }
        var event = TemplateValue.missing
        if let date = self.event?.date {
            event = .object(["date": .text(labels.text(date)), "place": .text(self.event?.place ?? "")])
        }
        return [
            "number": "\(number)", "title": .text(title), "reason": .text(reason), "body": .text(body),
            "action": .object(["label": .text(action.label), "url": .text(action.url)]),
            "event": event, "source": .text(source.isEmpty ? "" : labels.text(.source, ["source": source])),
            "useful_url": reply(.useful), "not_for_us_url": reply(.notForUs),
        ]
    }
}
