import PlaybookCore
import PlaybookMail
import PlaybookMarkup
import PlaybookModel

/// A snippet as messages of one language show it, as far as it is the same for all readers.
///
/// A class, because it has very many parts, and each message that shows it would copy them all.
final class PreparedItem: Sendable {
    let snippet: Snippet
    let title: FieldText
    let summary: FieldText
    /// How many letters and digits the summary has; nil if it has a merge field.
    let summaryLength: Int?
    let label: FieldText
    let url: FieldText
    let body: PreparedBody
    let event: CalendarEvent?
    /// The day of the event.
    let date: String
    /// A sentence that says where the figures are from; empty if nothing says it.
    let source: String
    /// The reply links; nil if the title has a merge field.
    let links: ReplyLinks?
    /// The event's calendar file if no other event in the message is on the same day, by the slot of the message; empty if a text in it has a
    /// merge field.
    let calendarFiles: [CalendarDate: Mail.Attachment]

    /// - Parameters:
    ///   - fields: the merge fields in everything that a reader sees of the snippet.
    ///   - slots: the slots of the month.
    init(
        _ snippet: Snippet, fields: [String], labels: Labels, attributes: [String: String],
        company: Configuration.Company?, slots: [CalendarDate]
    ) {
        self.snippet = snippet
        title = FieldText(snippet.title)
        summary = FieldText(snippet.summary)
        summaryLength = summary.isPlain ? letters(of: snippet.summary).count : nil
        label = FieldText(snippet.action.label)
        url = FieldText(snippet.action.url)
        let inBody = Set(snippet.fields.map(\.name)).sortedByBytes()
        body = PreparedBody(
            snippet.body, fields: inBody, attributes: attributes,
            alertTitles: snippet.body.document.hasAlerts ? labels.alertTitles : [:])
        let event = snippet.event.map { CalendarEvent($0, of: snippet) }
        self.event = event
        date = event.map { labels.text($0.date) } ?? ""
        source = snippet.evidence.map { $0.source.isEmpty ? "" : labels.text(.source, ["source": $0.source]) } ?? ""
        if let company, title.isPlain, !snippet.title.utf8.contains(1) {
            links = ReplyLinks(title: snippet.title, replyTo: company.replyTo, labels: labels)
        } else {
            links = nil
        }
        guard let event, let company, [title, summary, label, url].allSatisfy(\.isPlain) else {
            calendarFiles = [:]
            return
        }
        let details = [snippet.summary, "\(snippet.action.label): \(snippet.action.url)"]
        calendarFiles = Dictionary(
            slots.map { slot in
                (
                    slot,
                    event.file(
                        1, title: snippet.title, details: details, organizer: company.from,
                        domain: company.messageIDDomain, stamp: slot)
                )
            }
        ) { first, _ in first }
    }
}

/// The links by which a reader answers to an item. Only the token in them differs between readers.
struct ReplyLinks: Sendable {
    let useful: TokenLink
    let notForUs: TokenLink

    init(title: String, replyTo: String, labels: Labels) {
        func link(_ answer: LabelName) -> TokenLink {
            TokenLink { Self.link(answer, title: title, token: $0, replyTo: replyTo, labels) }
        }
        useful = link(.useful)
        notForUs = link(.notForUs)
    }

    static func link(_ answer: LabelName, title: String, token: String, replyTo: String, _ labels: Labels) -> String {
        mailtoLink(
            to: replyTo,
            subject: labels.text(.replySubject, ["answer": labels.text(answer), "title": title, "token": token]))
    }
}

/// A link with a token in it that differs from reader to reader.
struct TokenLink: Sendable {
    private let start: String
    /// What stands behind each token.
    private let rest: [String]

    /// - Parameter link: makes the link with a token.
    init(_ link: (_ token: String) -> String) {
        // A token has only characters that stay as they are in an address; this one becomes `%01`, so that it can be found.
        let parts = link("\u{1}").split(separator: "%01", omittingEmptySubsequences: false).map(String.init)
        start = parts.first ?? ""
        rest = Array(parts.dropFirst())
    }

    func with(_ token: String) -> String {
        var link = start
        for part in rest {
            link += token
            link += part
        }
        return link
    }
}

/// The letters and digits of a text in lower case, by which a summary is told from a subject that says the same.
func letters(of text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
