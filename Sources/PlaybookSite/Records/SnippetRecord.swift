import PlaybookTemplates

/// Whom a snippet is for.
struct SnippetRecord: TemplateRecord {
    var facts: [FactRecord]
    var action: Action
    var use: Use?

    static let name = "snippet"
    static let fields: [TemplateField<SnippetRecord>] = [
        .list("facts", "for whom it is, by kind", \.facts), .record("action", "what the reader can do", \.action),
        .record("use", "who gets it this month; empty if the site shows no accounts", \.use),
    ]

    struct Action: TemplateRecord {
        var label: String
        var url: String

        static let name = "action"
        static let fields: [TemplateField<Action>] = [
            .text("label", "what it says", \.label), .text("url", "where it leads", \.url),
        ]
    }

    /// Who gets the snippet in a month.
    struct Use: TemplateRecord {
        var month: String
        var readers: [Reader]
        var more: String?
        var others: [Other]

        static let name = "use"
        static let fields: [TemplateField<Use>] = [
            .text("month", "such as `November 2026`", \.month), .list("readers", "who gets it", \.readers),
            .flag("has_readers", "true if there is at least one") { !$0.readers.isEmpty },
            .text("more", "how many readers are not in the list, or empty", \.more),
            .list("others", "why others do not get it", \.others),
            .flag("has_others", "true if there is at least one") { !$0.others.isEmpty },
        ]
    }

    struct Reader: TemplateRecord {
        var account: LinkRecord
        var contact: String
        var reason: String

        static let name = "reader"
        static let fields: [TemplateField<Reader>] = [
            .text("account", "the account's name", \.account.title), .text("href", "link to its page", \.account.href),
            .text("contact", "the reader's name", \.contact), .text("reason", "why they get it", \.reason),
        ]
    }

    struct Other: TemplateRecord {
        var why: String
        var count: String

        static let name = "other"
        static let fields: [TemplateField<Other>] = [
            .text("why", "why they do not get it", \.why), .text("count", "such as `3 contacts`", \.count),
        ]
    }
}
