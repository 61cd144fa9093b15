import PlaybookModel

extension Shape {
    /// The front matter of a chapter.
    static var chapter: Shape {
        .mapping([
            Field("title", .textOrNothing, "The chapter's title. Default: its first heading."),
            Field("nav_title", .textOrNothing, "A shorter title for menus."),
            Field("description", .textOrNothing, "One sentence under the title and in lists."),
            Field("order", .integer(orders), "Its place among its neighbours, lowest first."),
            Field("owner", .reference(.person), "The person who keeps it true."),
            Field("review_by", .date, "The day by which the owner reads it again."),
            Field("stage", .reference(.stage), "The stage of an account that it belongs to."),
            Field("roles", .list(.reference(.role), atLeast: 0), "The contacts' roles that it is about."),
            Field("kpis", .list(.reference(.kpi), atLeast: 0), "The KPIs that it is about."),
            Field("tags", .list(.text, atLeast: 0), "Words under which it is listed."),
            Field("draft", .boolean, "Set to true to keep it from the site."),
            Field("path", .page, "The address of its page from the top of the site. Default: the path of its file."),
            Field("aliases", .list(.text, atLeast: 0), "Old paths that lead here."),
            Field("hidden", .boolean, "Set to true to build it without showing it in the navigation."),
            Field("play", .play, "Makes it a play: a procedure."),
        ])
    }

    /// The range of a chapter's `order`.
    static let orders = -100_000...100_000

    private static var play: Shape {
        .mapping([
            Field("trigger", .text, required: true, "What sets it off."),
            Field("steps", .list(.text, atLeast: 1), required: true, "What to do, in order."),
            Field("owner", .reference(.person), "Who runs it."),
            Field("talk_track", .text, "What to say, word for word."),
            Field("measure", .text, "How to see that it worked."),
        ])
    }

    /// The front matter of a snippet.
    static var snippet: Shape {
        .mapping([
            Field("title", .line, required: true, "What happened, as a headline."),
            Field("summary", .text, required: true, "One sentence that can be read alone in a list."),
            Field("kind", .choice(Snippet.Kind.allCases.map(\.rawValue)), required: true, "What the snippet is."),
            Field(
                "kpis", .list(.reference(.kpi), atLeast: 1),
                "The customer's KPIs that it moves. Write `worth` if it moves none."),
            Field(
                "worth", .choice(Snippet.Worth.allCases.map(\.rawValue)),
                "In place of `kpis`: it is about a deadline, an obligation or a danger."),
            Field("roles", .list(.reference(.role), atLeast: 1), required: true, "The roles that it is for."),
            Field(
                "action",
                .mapping([
                    Field("label", .line, required: true, "What the reader can do, as the text of a link."),
                    Field("url", .address, required: true, "Where they do it."),
                ]), required: true, "What the reader can do."),
            Field("publish", .date, required: true, "The first day on which it may be sent."),
            Field("expires", .date, "The last day on which it may be sent."),
            Field("accounts", .list(.reference(.account), atLeast: 1), "Only these accounts may ever get it."),
            Field("industries", .list(.reference(.industry), atLeast: 1), "Only accounts in one of these industries."),
            Field("products", .list(.reference(.product), atLeast: 1), "Only accounts with one of these products."),
            Field(
                "product_version", .dictionary(keys: .reference(.product), values: .version),
                "The versions that this brings. Accounts that already have them, or newer ones, do not get it."),
            Field("regions", .list(.text, atLeast: 1), "Only accounts in one of these regions."),
            Field("stages", .list(.reference(.stage), atLeast: 1), "Only accounts in one of these stages."),
            Field("language", .language, "Only accounts with this language."),
            Field(
                "event",
                .mapping([
                    Field("date", .date, required: true, "The day of the event."),
                    Field("place", .line, required: true, "Where it is, or Online."),
                ]), "When and where it takes place. Required for the kind event, and only allowed there."),
            Field("incident", .text, "News of this incident, for accounts that are held for it."),
            Field(
                "evidence",
                .mapping([
                    Field("source", .text, required: true, "Where the claim comes from."),
                    Field("valid_until", .date, "The last day on which it may be made."),
                ]), "What the claim rests on."),
            Field("answers", .list(.reference(.voice), atLeast: 0), "The voice records that this answers."),
            Field("supersedes", .list(.reference(.snippet), atLeast: 0), "Snippets that this replaces."),
            Field("revision", .integer(1...10_000), "Raise it if contacts who had the snippet should get it again."),
            Field(
                "was", .list(.text, atLeast: 0),
                "Former ids. Contacts who got the snippet under one of them do not get it again."),
            Field("may_name", .list(.reference(.account), atLeast: 0), "Accounts named in the text who agreed to it."),
            Field("draft", .boolean, "Set to true to keep it from everybody."),
            Field("owner", .reference(.person), "The person who is responsible for it."),
        ])
    }

    /// The file of an account.
    static var account: Shape { account(required: true) }

    /// The file of an account that is also in a CRM export. It need not repeat what the export has.
    static var accountAddition: Shape { account(required: false) }

    /// The file of an account, with the keys that `require:` makes compulsory.
    static func account(_ configuration: Configuration) -> Shape {
        account(required: true, ofContacts: configuration.required["contacts"] ?? [])
            .requiring(configuration.required["accounts"] ?? [])
    }

    private static func account(required: Bool, ofContacts: [String] = []) -> Shape {
        .mapping([
            Field("name", .line, required: required, "The customer's name, as they write it."),
            Field(
                "common_name", .boolean,
                "True if the name is also a plain word, such as Target. Only exactly this upper and lower case then counts as the name."
            ),
            Field("industry", .reference(.industry), "Their industry."),
            Field("region", .text, "Where they are, such as DE."),
            Field("language", .language, "The language that they read. Default: the language of the site."),
            Field("time_zone", .timeZone, "Their time zone. Default: the time zone of the company."),
            Field("stage", .reference(.stage), "The stage of the account."),
            Field("owner", .reference(.person), "Their account manager."),
            Field("deputy", .reference(.person), "Who stands in for the account manager."),
            Field(
                "products", .dictionary(keys: .reference(.product), values: .version),
                "What they have installed, with versions in quotes."),
            Field(
                "cadence",
                .mapping([
                    Field("every_months", .integer(1...12), "The number of months between digests."),
                    Field("first_month", .month, "The month from which they are counted. Default: January."),
                    Field(
                        "business_day", .integer(1...23),
                        "The business day of the digest. Default: the configured one."),
                ]), "How often they get a digest."),
            Field(
                "kpis",
                .dictionary(
                    keys: .reference(.kpi),
                    values: .optional(
                        .mapping([
                            Field("target", .decimal, "The target.")
                        ]))), "The KPIs that they steer by, with targets."),
            Field(
                "agreement",
                .mapping([
                    Field("ends", .date, required: true, "Its last day."),
                    Field("notice_days", .integer(0...3650), "How many days before its end notice must be given."),
                ]), "The agreement with them that has to be renewed."),
            Field(
                "contacts", .list(contact(required: required).requiring(ofContacts), atLeast: 0), "The people there."),
            Field("holds", .list(.hold, atLeast: 0), "Reasons why they get no digest for now."),
        ])
    }

    private static func contact(required: Bool) -> Shape {
        .mapping([
            Field("name", .line, required: required, "First and last name."),
            Field("email", .email, required: true, "Where messages go."),
            Field(
                "roles", .list(.reference(.role), atLeast: 0),
                "Their roles, the main one first. A contact without roles gets no digest."),
            Field(
                "kpis", .list(.reference(.kpi), atLeast: 0),
                "The KPIs that they answer for. Default: the KPIs of the account."),
            Field("status", .decision(Account.Contact.Status.allCases.map(\.rawValue)), "Active unless given."),
            Field(
                "consent",
                .mapping([
                    Field("date", .date, required: true, "The day on which they agreed."),
                    Field("source", .text, required: true, "Where they agreed, such as a form or a meeting."),
                ]), "When and where they agreed to get mail, if the law requires consent."),
            Field(
                "was", .list(.email, atLeast: 0),
                "Former addresses. Messages sent to them count as sent to this contact."),
        ])
    }

    private static var hold: Shape {
        .mapping([
            Field("kind", .decision(Account.Hold.Kind.allCases.map(\.rawValue)), required: true, "Why."),
            Field("from", .date, required: true, "The first day."),
            Field("until", .optional(.date), "The last day; not for an escalation."),
            Field("incident", .text, "The incident of an escalation."),
            Field("closed", .optional(.date), "The day on which an escalation was closed."),
            Field("owner", .reference(.person), "Who answers for it."),
            Field("note", .text, "What colleagues should know."),
        ])
    }

    /// The front matter of a voice record.
    static var voice: Shape {
        .mapping([
            Field("account", .reference(.account), required: true, "The customer."),
            Field("contact", .email, "Who said it."),
            Field("date", .date, required: true, "When."),
            Field("kind", .choice(VoiceRecord.Kind.allCases.map(\.rawValue)), required: true, "What it is."),
            Field("kpis", .list(.reference(.kpi), atLeast: 0), "The KPIs that it is about."),
            Field("state", .decision(VoiceRecord.State.allCases.map(\.rawValue)), required: true, "What became of it."),
            Field("owner", .reference(.person), "Who answers it."),
        ])
    }
}
