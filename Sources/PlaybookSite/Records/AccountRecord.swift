import PlaybookTemplates

/// An account, for reading before a call.
struct AccountRecord: TemplateRecord {
    var kpis: [KPI]
    var contacts: [Contact]
    var products: [Product]
    var voices: [Voice]
    var holds: [Hold]
    var facts: [FactRecord]
    var touches: [Touch]
    var month: MonthRecord?

    static let name = "account"
    static let fields: [TemplateField<AccountRecord>] = [
        .list("kpis", "the state of their KPIs", \.kpis),
        .flag("has_kpis", "true if there is at least one") { !$0.kpis.isEmpty },
        .list("contacts", "the people", \.contacts),
        .flag("has_contacts", "true if there is at least one") { !$0.contacts.isEmpty },
        .list("products", "what they run", \.products),
        .flag("has_products", "true if there is at least one") { !$0.products.isEmpty },
        .list("voices", "what they said that is still open", \.voices),
        .flag("has_voices", "true if there is at least one") { !$0.voices.isEmpty },
        .list("holds", "the holds that are active today", \.holds),
        .flag("has_holds", "true if there is at least one") { !$0.holds.isEmpty },
        .list("facts", "industry, region, language, how often due", \.facts),
        .list("touches", "the last six contacts, the newest first", \.touches),
        .flag("has_touches", "true if there is at least one") { !$0.touches.isEmpty },
        .record("month", "what goes out this month", \.month),
    ]

    /// The state of a KPI.
    struct KPI: TemplateRecord {
        var title: String
        var value: String?
        var target: String?
        var state: String?
        var isOffTarget: Bool
        var change: String?
        var month: String?
        var chart: [UInt8]
        var readings: [Reading]

        static let name = "KPI"
        static let fields: [TemplateField<KPI>] = [
            .text("title", "its title", \.title), .text("value", "the latest reading with its unit, or empty", \.value),
            .text("change", "against the reading before, or empty", \.change),
            .text("target", "with its unit, or empty", \.target),
            .text("state", "such as `off target`, or empty", \.state),
            .flag("off_target", "true if it misses its target", \.isOffTarget),
            .text("month", "of the latest reading, or empty", \.month), .markup("chart", "prepared SVG", \.chart),
            .list("readings", "the newest first", \.readings),
            .flag("has_readings", "true if there is at least one") { !$0.readings.isEmpty },
        ]
    }

    struct Reading: TemplateRecord {
        var month: String
        var value: String

        static let name = "reading"
        static let fields: [TemplateField<Reading>] = [
            .text("month", "such as `October 2026`", \.month), .text("value", "with its unit", \.value),
        ]
    }

    struct Contact: TemplateRecord {
        var name: String
        var email: String
        var roles: String
        var kpis: String
        var status: String?
        var also: String?

        static let name = "contact"
        static let fields: [TemplateField<Contact>] = [
            .text("name", "their name", \.name), .text("email", "their address", \.email),
            .text("roles", "with commas between them", \.roles), .text("kpis", "with commas between them", \.kpis),
            .text(
                "status", "why nobody may write to them, such as `unsubscribed (in suppressions.csv)`, or empty",
                \.status),
            .text("also", "other accounts with the address, or empty", \.also),
        ]
    }

    struct Product: TemplateRecord {
        var title: String
        var version: String?

        static let name = "product"
        static let fields: [TemplateField<Product>] = [
            .text("title", "its title", \.title), .text("version", "or empty", \.version),
        ]
    }

    struct Voice: TemplateRecord {
        var kind: String
        var date: String
        var contact: String?
        var body: [UInt8]

        static let name = "voice record"
        static let fields: [TemplateField<Voice>] = [
            .text("kind", "such as `Complaint`", \.kind), .text("date", "such as `12 March 2027`", \.date),
            .text("contact", "who said it, or empty", \.contact), .markup("body", "prepared HTML", \.body),
        ]
    }

    struct Hold: TemplateRecord {
        var kind: String
        var from: String
        var until: String?
        var closed: String?
        var incident: String?
        var note: String?
        var owner: PersonRecord?

        static let name = "hold"
        static let fields: [TemplateField<Hold>] = [
            .text("kind", "such as `Escalation`", \.kind), .text("from", "a date", \.from),
            .text("until", "a date, or empty", \.until),
            .text("closed", "of an escalation that cools: since when, or empty", \.closed),
            .text("incident", "its number, or empty", \.incident), .text("note", "or empty", \.note),
            .record("owner", "who answers for it", \.owner),
        ]
    }

    struct Touch: TemplateRecord {
        var date: String
        var channel: String
        var contact: String?
        var note: String?

        static let name = "touch"
        static let fields: [TemplateField<Touch>] = [
            .text("date", "such as `12 Mar 2027`", \.date), .text("channel", "such as `Call`", \.channel),
            .text("contact", "with whom, or empty", \.contact), .text("note", "or empty", \.note),
        ]
    }
}
