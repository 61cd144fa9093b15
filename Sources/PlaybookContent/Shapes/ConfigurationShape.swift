import PlaybookModel

extension Shape {
    /// `playbook.yml`. It defines the ids of the vocabularies, so they are not checked here.
    static var configuration: Shape {
        .mapping([
            Field("format", .format, "The version of these files; this program reads 1."),
            Field("site", .site, "The site for colleagues."),
            Field("company", .company, "The company that sends; needed as soon as there are accounts."),
            Field("time_zone", .timeZone, "The company's time zone, such as Europe/Berlin; UTC unless given."),
            Field("holidays", .list(.date, atLeast: 0), "Days that are not business days."),
            Field("people", .dictionary(keys: .id, values: .person), "Colleagues, by id."),
            Field("roles", .dictionary(keys: .id, values: .line), "Titles of the roles that contacts have, by id."),
            Field("industries", .dictionary(keys: .id, values: .line), "Titles of the customers' industries, by id."),
            Field("products", .dictionary(keys: .id, values: .line), "Names of the company's products, by id."),
            Field("stages", .list(.id, atLeast: 1), "The stages of an account's life, first to last."),
            Field("kpis", .dictionary(keys: .id, values: .kpi), "The indicators that customers steer by, by id."),
            Field(
                "languages", .languages(roles: .id, kpis: .id),
                "Titles for accounts whose language is not that of the content, by language."),
            Field("crm", .crm, "How CRM exports in accounts/*.csv are read."),
            Field("require", .requirements, "Optional keys made compulsory, by kind of file."),
            Field("digest", .digestRules, "The rules of the digests."),
            Field("customer_text", .customerText, "Settings for the rules about texts for customers."),
            Field(
                "rules", .dictionary(keys: .id, values: .choice(["error", "warning", "off"])),
                "Other severities for rules of `check`."),
        ])
    }

    private static var site: Shape {
        .mapping([
            Field("title", .text, "The site's name, on every page."),
            Field("base_url", .address, "Where the site is published, for its feed, site map and canonical links."),
            Field("language", .language, "The language of the content, such as en."),
            Field("edit_url", .address, "Where the content folder is edited; the path of a file is added at its end."),
            Field("logo", .line, "A picture in `assets/`, shown before the name."),
            Field(
                "accent",
                .mapping([
                    Field(
                        "light", .colour, required: true,
                        "The colour by day, such as \"#0A5C5D\"."),
                    Field(
                        "dark", .colour, required: true,
                        "The colour by night, such as \"#6FC7C3\"."),
                ]), "The colour of links and of the current place; the theme's own unless given."),
            Field("raw_html", .boolean, "Keep raw HTML in chapters; false unless given."),
            Field("accounts", .boolean, "Publish pages about accounts; true unless given."),
            Field("params", .dictionary(keys: .id, values: .text), "Texts for page templates of your own, by name."),
        ])
    }

    private static var company: Shape {
        .mapping([
            Field("name", .line, required: true, "The company's name, as customers know it."),
            Field("postal_address", .text, required: true, "Shown at the end of each message, as the law requires."),
            Field(
                "from",
                .mapping([
                    Field("name", .line, required: true, "The name that mail programs show."),
                    Field("email", .email, required: true, "The address that messages come from."),
                ]), required: true, "The sender of the messages."),
            Field("reply_to", .email, required: true, "Where answers go; somebody must read it."),
            Field("message_id_domain", .domain, required: true, "The domain in the messages' ids."),
            Field(
                "unsubscribe",
                .mapping([
                    Field("mailto", .email, required: true, "The address for requests to stop the messages."),
                    Field("https", .optional(.headerAddress), "A one-click address by RFC 8058, only if there is one."),
                ]), required: true, "How a contact stops the messages."),
        ])
    }

    private static var person: Shape {
        .mapping([
            Field("name", .line, required: true, "First and last name."),
            Field("email", .email, "Where customers reach them."),
        ])
    }

    private static var kpi: Shape {
        .mapping([
            Field("title", .line, required: true, "The indicator's name in full."),
            Field("unit", .line, required: true, "The unit of its values, such as % or h/month."),
            Field("better", .choice(KPI.Direction.allCases.map(\.rawValue)), required: true, "Which way is good."),
            Field("words", .list(.text, atLeast: 0), "Other words for it in texts, such as downtime."),
        ])
    }

    /// - Parameters:
    ///   - roles: the shape of a key that stands for a role.
    ///   - kpis: the shape of a key that stands for a KPI.
    static func languages(roles: Shape, kpis: Shape) -> Shape {
        let kpi = Shape.mapping([
            Field("title", .line, "The indicator's name in full."),
            Field("unit", .line, "The unit of its values."),
        ])
        let titles = Shape.mapping([
            Field("roles", .dictionary(keys: roles, values: .line), "Titles of roles, by id."),
            Field("kpis", .dictionary(keys: kpis, values: kpi), "Titles and units of KPIs, by id."),
        ])
        return .dictionary(keys: .id, values: titles)
    }

    private static var customerText: Shape {
        .mapping([
            Field(
                "filler_phrases", .list(.text, atLeast: 0),
                "Phrases that say nothing, in addition to the built-in ones."),
            Field("allowed_phrases", .list(.text, atLeast: 0), "Built-in phrases that are allowed here."),
            Field(
                "internal_hosts", .list(.text, atLeast: 0),
                "Hosts that customers cannot open, including hosts below them."),
            Field("longest_snippet", .integer(20...2000), "The most words in a snippet's body; 200 unless given."),
        ])
    }

    private static var requirements: Shape {
        .mapping(
            ["chapters", "snippets", "accounts", "contacts"].map { kind in
                Field(kind, .list(.text, atLeast: 0), "Keys that all \(kind) must have.")
            })
    }

    private static var digestRules: Shape {
        .mapping([
            Field("business_day", .integer(1...23), "Which business day of the month the digests are due."),
            Field("hour", .integer(0...23), "The hour of the day, in the account's time zone."),
            Field("max_items", .integer(1...20), "The most items in a message."),
            Field("per_kind", .integer(1...20), "The most items of one kind in a message."),
            Field(
                "gate",
                .mapping([
                    Field("items", .integer(1...20), "The fewest items."),
                    Field("kpi_items", .integer(0...20), "The fewest items that match a KPI of the contact."),
                    Field("points", .integer(0...10_000), "The fewest points of all items together."),
                ]), "What a message must have to exist."),
            Field(
                "points",
                .mapping([
                    point("names_account", "the snippet is for this account"),
                    point("answers_request", "it answers what the account said"),
                    point("kpi_match", "it moves a KPI of the contact"),
                    point("worth", "it has `worth` in place of KPIs"),
                    point("kpi_off_target", "that KPI misses its target"),
                    point("product_match", "it is about a product that the account has"),
                    point("event_soon", "its event is near"),
                    point("primary_role", "it is for the contact's first role"),
                    point("freshness", "it is new; the points fall by one each week"),
                    point("recent_topic", "one of its KPIs was in the contact's last two messages"),
                    point(
                        "not_for_us",
                        "a colleague of the contact with one of the same roles said that it is not for them"),
                ]), "What each circumstance is worth."),
            Field("event_soon_days", .integer(0...365), "How many days before the slot an event is near."),
            Field(
                "caps",
                .mapping([
                    Field(
                        "contact_days", .integer(0...365),
                        "Days without a digest after a digest or survey to the contact."),
                    Field("account_touches", .integer(1...1000), "How many touches of an account are too many."),
                    Field("account_days", .integer(0...365), "The days in which they are counted."),
                ]), "How much contact is too much."),
            Field("catch_up_days", .integer(0...31), "How many days after its slot a digest may still go out."),
            Field("cooling_business_days", .integer(0...60), "Business days of hold after an escalation is closed."),
            Field(
                "stale_months", .integer(1...24),
                "A reading does not count when its month is more than this many months before the digest's."),
            Field(
                "survey",
                .mapping([
                    Field("questions", .integer(0...2), "The most questions in a quarter; 0 for none."),
                    Field("days", .integer(0...365), "Days without a question after a survey to the contact."),
                ]), "The questions that messages ask."),
        ])
    }

    private static func point(_ name: String, _ when: String) -> Field {
        Field(name, .integer(-1000...1000), "Points when \(when).")
    }
}
