import PlaybookTemplates

/// The contents of the home page.
struct HomeRecord: TemplateRecord {
    var month: String?
    var accounts: [DueAccount]
    var allAccounts: String
    var changed: [NotedLinkRecord]
    var overdue: [NotedLinkRecord]

    static let name = "home page"
    static let fields: [TemplateField<HomeRecord>] = [
        .text("month", "such as `November 2026`", \.month),
        .list("accounts", "at most 8: those with withheld messages first, then by their next slot", \.accounts),
        .flag("has_accounts", "true if there is at least one") { !$0.accounts.isEmpty },
        .text("all_accounts", "link to the list of accounts", \.allAccounts),
        .list("changed", "at most 8 chapters, the newest change first", \.changed),
        .flag("has_changed", "true if there is at least one") { !$0.changed.isEmpty },
        .list("overdue", "at most 8 chapters whose review date has passed, the longest overdue first", \.overdue),
        .flag("has_overdue", "true if there is at least one") { !$0.overdue.isEmpty },
    ]

    /// An account's month in one line.
    struct DueAccount: TemplateRecord {
        var link: LinkRecord
        var status: String
        var next: String?
        var ready: Int
        var withheld: Int
        var note: String?

        static let name = "account of the month"
        static let fields: [TemplateField<DueAccount>] = [
            .text("title", "the account's name", \.link.title), .text("href", "link to its page", \.link.href),
            .text("status", "such as `due`", \.status), .text("next", "the next slot, or empty", \.next),
            .text("ready", "how many messages are ready") { "\($0.ready)" },
            .text("withheld", "how many are withheld") { "\($0.withheld)" },
            .flag("is_short", "true if some are withheld") { $0.withheld > 0 },
            .text("note", "what is late or missed, and that nobody can be written to, or empty", \.note),
        ]
    }
}
