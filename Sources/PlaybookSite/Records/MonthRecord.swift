import PlaybookTemplates

/// The messages to an account in a month.
struct MonthRecord: TemplateRecord {
    var title: String
    var status: String
    var slot: String?
    var next: String?
    var contacts: [Contact]

    static let name = "month"
    static let fields: [TemplateField<MonthRecord>] = [
        .text("title", "such as `November 2026`", \.title), .text("status", "such as `due`", \.status),
        .text("slot", "the day of the month's messages, or empty", \.slot),
        .text("next", "the next day on which the account is due, or empty", \.next),
        .list("contacts", "everybody, in the order of the account's file", \.contacts),
        .flag("has_contacts", "true if there is at least one") { !$0.contacts.isEmpty },
    ]

    struct Contact: TemplateRecord {
        var name: String
        var status: String
        var why: String?
        var timing: String?
        var message: Message?

        static let name = "reader of the month"
        static let fields: [TemplateField<Contact>] = [
            .text("name", "their name", \.name), .text("status", "such as `ready`", \.status),
            .text("why", "why there is no message, or empty", \.why),
            .text("timing", "that it is late or missed, or empty", \.timing),
            .record("message", "what they get", \.message),
        ]
    }

    struct Message: TemplateRecord {
        var subject: String
        var href: String?
        var items: [Item]

        static let name = "message of the month"
        static let fields: [TemplateField<Message>] = [
            .text("subject", "its subject", \.subject), .text("href", "link to it as it will look", \.href),
            .list("items", "what is in it", \.items),
        ]
    }

    struct Item: TemplateRecord {
        var link: LinkRecord
        var reason: String
        var points: Int

        static let name = "item of the month"
        static let fields: [TemplateField<Item>] = [
            .text("title", "the snippet's title", \.link.title), .text("href", "link to its page", \.link.href),
            .text("reason", "why they get it", \.reason),
            .text("points", "how well it fits them") { "\($0.points)" },
        ]
    }
}
