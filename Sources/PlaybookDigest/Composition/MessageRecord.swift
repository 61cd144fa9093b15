import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// What the templates of a message show.
struct MessageRecord: TemplateRecord {
    let message: Message
    let company: SharedRecord<Company>
    let words: SharedRecord<MessageWords>
    let cells: [KPICellRecord]
    let asked: [Asked]
    let questions: [Question]
    private(set) var items: [Item]
    let why: String
    let stopURL: String
    let replyTo: String

    static let name = "message"
    static let fields: [TemplateField<MessageRecord>] = [
        .text("language", "of the message, such as `en`") { $0.message.language },
        .text("dir", "`ltr` or `rtl`") { $0.message.direction },
        .text("subject", "a text") { $0.message.subject },
        .text("preheader", "what an inbox shows after the subject, without repeating it") { $0.message.preheader },
        .record("account", "the customer") { Named(title: $0.message.account.name) },
        .record("contact", "the reader") { Named(title: $0.message.contact.name) },
        .text("month", "such as `November 2026`") { $0.message.labels.text($0.message.month) },
        .record("company", "who writes", \.company),
        .list("kpis", "the reader's KPIs", \.cells),
        .list("kpi_rows", "the same in rows of three, for the HTML part; a last row is filled up with blank cells") {
            KPIRow.rows(of: $0.cells)
        },
        .flag("has_kpis", "true if there is at least one") { !$0.cells.isEmpty },
        .list("asked", "what they said, if an item answers it", \.asked),
        .flag("has_asked", "true if there is at least one") { !$0.asked.isEmpty },
        .list("items", "what is in it", \.items), .list("questions", "at most two", \.questions),
        .text("questions_heading", "`One question` or `Two questions`; empty if there is none") { record in
            let labels = record.message.labels
            return record.questions.isEmpty
                ? nil : labels.text(record.questions.count == 1 ? .oneQuestion : .twoQuestions)
        },
        .record("words", "what the templates themselves say, in the message's language", \.words),
        .record("manager", "the account's owner") { record in
            record.message.manager.map { Manager(title: $0.name, email: $0.email) }
        },
        .text("why", "one sentence: why the reader gets this", \.why),
        .text("stop_url", "`mailto:` link that unsubscribes", \.stopURL),
        .text("reply_to", "the monitored address", \.replyTo),
    ]

    struct Named: TemplateRecord {
        let title: String

        static let name = "named"
        static let fields: [TemplateField<Named>] = [.text("name", "its or their name", \.title)]
    }

    struct Manager: TemplateRecord {
        let title: String
        let email: String?

        static let name = "manager"
        static let fields: [TemplateField<Manager>] = [
            .text("name", "their name", \.title), .text("email", "or empty", \.email),
        ]
    }

    struct Company: TemplateRecord {
        let title: String
        let address: String

        static let name = "company"
        static let fields: [TemplateField<Company>] = [
            .text("name", "from `playbook.yml`", \.title), .text("postal_address", "from `playbook.yml`", \.address),
        ]
    }

    /// A customer's voice record that an item answers.
    struct Asked: TemplateRecord {
        let quote: String
        let date: String
        let title: String
        let answerBelow: String

        static let name = "answered voice record"
        static let fields: [TemplateField<Asked>] = [
            .text("quote", "what they said", \.quote), .text("date", "when, such as `12 October 2026`", \.date),
            .text("title", "of the item that answers it", \.title),
            .text("answer_below", "a sentence that leads to it", \.answerBelow),
        ]
    }

    struct Question: TemplateRecord {
        let text: String
        let answers: [Answer]

        static let name = "question"
        static let fields: [TemplateField<Question>] = [
            .text("text", "the question", \.text), .list("answers", "what can be answered", \.answers),
        ]
    }

    struct Answer: TemplateRecord {
        let text: String
        let url: String
        let isLast: Bool

        static let name = "answer"
        static let fields: [TemplateField<Answer>] = [
            .text("text", "a word", \.text), .text("url", "`mailto:` link", \.url),
            .flag("is_last", "true for the last", \.isLast),
        ]
    }
}

/// A KPI of the reader, or a blank cell that fills up a row.
struct KPICellRecord: TemplateRecord {
    /// Nil for a blank cell, which has no name except `blank`.
    let cell: KPICell?
    var state: String?

    static let name = "KPI of the reader"
    static let fields: [TemplateField<KPICellRecord>] = [
        .text("title", "with the month of the reading: `Unplanned downtime, October 2026`") { $0.cell?.title },
        .text("value", "with its unit: `9.1 h/month`") { $0.cell?.value },
        .text("change", "`1.2 h/month better than in September`, or empty") { $0.cell?.change },
        .text("target", "`target 6 h/month`, or empty") { $0.cell?.target },
        .text("trend", "characters that draw it, `▂▃▅▆▇`, or empty") { $0.cell?.trend },
        .text("state", "`off target` or `on target`; never without `target`", \.state),
        .flag("off_target", "true if it misses its target") { $0.cell?.isOnTarget == false },
        .flag("on_target", "true if it meets its target") { $0.cell?.isOnTarget == true },
        .flag("blank", "true for a cell that only fills up a row") { $0.cell == nil },
    ]
}

/// A row of at most three KPIs.
struct KPIRow: TemplateRecord {
    let cells: [KPICellRecord]

    static let name = "row"
    static let fields: [TemplateField<KPIRow>] = [.list("cells", "three of them", \.cells)]

    static func rows(of cells: [KPICellRecord]) -> [KPIRow] {
        stride(from: 0, to: cells.count, by: 3).map { start in
            let row = cells[start..<min(start + 3, cells.count)]
            return KPIRow(cells: row + Array(repeating: KPICellRecord(cell: nil), count: 3 - row.count))
        }
    }
}

extension MessageRecord {
    /// A snippet in a message.
    struct Item: TemplateRecord {
        let item: MessageItem
        let labels: Labels
        let replyTo: String
        /// Names the item to whoever reads a reply.
        let token: String
        /// True for the plain-text part.
        fileprivate(set) var isText = false

        static let name = "item"
        static let fields: [TemplateField<Item>] = [
            .text("number", "from 1") { "\($0.item.number)" }, .text("title", "a text") { $0.item.title },
            .text("reason", "why the reader gets it, in their terms") { $0.item.reason },
            .markup("body", "prepared HTML; in the text part text wrapped at 72, with links as numbered notes") {
                $0.isText ? $0.item.body.text : $0.item.body.html
            },
            .record("action", "what the reader can do") {
                Action(label: $0.item.action.label, url: $0.item.action.url)
            },
            .record("event", "of a snippet about an event") { record in
                record.item.prepared.event.map { Event(date: record.item.prepared.date, place: $0.place) }
            },
            .text("source", "where its claim comes from, as a label (`Source: Line 3 trial`), or empty") {
                $0.item.prepared.source
            },
            .text("useful_url", "`mailto:` link with a token") {
                $0.item.usefulURL($0.token, replyTo: $0.replyTo, $0.labels)
            },
            .text("not_for_us_url", "`mailto:` link with a token") {
                $0.item.notForUsURL($0.token, replyTo: $0.replyTo, $0.labels)
            },
        ]
    }

    struct Action: TemplateRecord {
        let label: String
        let url: String

        static let name = "action of an item"
        static let fields: [TemplateField<Action>] = [
            .text("label", "what it says", \.label), .text("url", "where it leads", \.url),
        ]
    }

    struct Event: TemplateRecord {
        let date: String
        let place: String

        static let name = "event"
        static let fields: [TemplateField<Event>] = [
            .text("date", "such as `12 March 2027`", \.date), .text("place", "or empty", \.place),
        ]
    }
}

/// The fixed texts of a message's templates.
struct MessageWords: TemplateRecord {
    let labels: Labels
    let addressed: String
    let manager: String

    static let name = "words"
    static let fields: [TemplateField<MessageWords>] =
        [
            .text("addressed", "who the message is for and who it is from", \.addressed),
            .text("manager", "what the account's owner is called", \.manager),
        ]
        + labelNames.map { label in
            .text(label.key, "of the file of labels") { $0.labels.text(label) }
        }

    /// The labels that the templates take as they are.
    fileprivate static let labelNames: [LabelName] = [
        .yourKPIs, .askedHeading, .when, .where, .calendarFile, .reply, .useful, .notForUs, .or, .replies, .toStop,
        .unsubscribe,
    ]
}

extension MessageRecord {
    /// The same for the plain-text part: the bodies of items in their other form.
    var asText: MessageRecord {
        var result = self
        for index in result.items.indices { result.items[index].isText = true }
        return result
    }

    /// The texts that are the same in each message of a month with the same labels, by their names in templates.
    static func known(_ labels: Labels, _ company: Configuration.Company?, _ month: YearMonth) -> [String: String] {
        var known = ["month": labels.text(month)]
        for label in MessageWords.labelNames { known["words.\(label.key)"] = labels.text(label) }
        if let company {
            known["company.name"] = company.name
            known["company.postal_address"] = company.postalAddress
            known["reply_to"] = company.replyTo
        }
        return known
    }
}
