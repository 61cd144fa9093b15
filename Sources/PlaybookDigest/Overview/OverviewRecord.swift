import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// What the overview looks things up in. A class, so that all accounts share it.
final class OverviewContext: Sendable {
    let library: Library
    let sharing: AddressOwners
    private let names: [String: String]
    private let titles: [String: String]

    init(_ library: Library) {
        self.library = library
        sharing = AddressOwners(library.accounts)
        names = Dictionary(library.accounts.map { ($0.id, $0.name) }) { first, _ in first }
        titles = Dictionary(library.snippets.map { ($0.id, $0.title) }) { first, _ in first }
    }

    /// The name of an account; its id if it has no name.
    func name(ofAccount id: String) -> String { names[id] ?? id }

    func title(ofSnippet id: String) -> String { titles[id] ?? id }

    func title(ofKPI id: String) -> String { library.configuration.kpi(id)?.title ?? id }
}

/// The month for colleagues. The values of an account are computed when the page comes to it.
struct OverviewRecord: TemplateRecord {
    let results: [AccountDigests]
    let gaps: ContentGaps
    let context: OverviewContext

    static let name = "overview"
    static let fields: [TemplateField<OverviewRecord>] = [
        .text("language", "of the site", { $0.context.library.configuration.site.language }),
        .text("company", "the company's name, or empty", { $0.context.library.configuration.company?.name }),
        .text("month", "such as `November 2026`", { "\($0.gaps.month.englishName) \($0.gaps.month.year)" }),
        .list("counts", "how many contacts are in each status, late and missed", \.counts),
        .flag("has_gaps", "false if no content is missing") { record in
            let gaps = record.gaps
            return !gaps.withheld.isEmpty || !gaps.shortRunways.isEmpty || !gaps.kpisWithoutSnippet.isEmpty
                || !gaps.unusedSnippets.isEmpty
        },
        .list("withheld", "the contacts whose message is withheld") { record in
            record.gaps.withheld.map {
                Withheld(
                    account: record.context.name(ofAccount: $0.account), contact: $0.contact, advice: $0.advice)
            }
        },
        .list("needs", "what content would pass the gate") { record in
            record.gaps.needs.map { need in
                Need(
                    role: record.context.library.configuration.roles.title(need.role),
                    kpi: record.context.title(ofKPI: need.kpi), messages: need.messages)
            }
        },
        .list("short_runways", "accounts for which content runs out") { record in
            record.gaps.shortRunways.map {
                Runway(account: record.context.name(ofAccount: $0.account), months: $0.months)
            }
        },
        .list("kpis_without_snippet", "KPIs that no snippet is about") { record in
            record.gaps.kpisWithoutSnippet.map { Titled(id: $0, title: record.context.title(ofKPI: $0)) }
        },
        .list("unused_snippets", "snippets that nobody gets") { record in
            record.gaps.unusedSnippets.map { Titled(id: $0, title: record.context.title(ofSnippet: $0)) }
        },
        .list("accounts", "all accounts") { record in
            record.results.map { OverviewAccountRecord(result: $0, context: record.context) }
        },
    ]

    private var counts: [Count] {
        let contacts = results.flatMap { $0.selection.contacts }
        let timing = timingCounts(contacts.filter { $0.status == .ready })
        let suppressed = "suppressed (\(suppressionCounts(contacts)))"
        let statuses = ContactStatus.allCases.reversed().map { status in
            Count(
                count: contacts.count { $0.status == status },
                status: status == .suppressed ? suppressed : status.title)
        }
        let others = [Count(count: timing.late, status: "late"), Count(count: timing.missed, status: "missed")]
        return (statuses + others).filter { $0.count > 0 }
    }

    struct Count: TemplateRecord {
        let count: Int
        let status: String

        static let name = "count"
        static let fields: [TemplateField<Count>] = [
            .text("count", "how many contacts", { "\($0.count)" }), .text("status", "such as `ready`", \.status),
        ]
    }

    struct Withheld: TemplateRecord {
        let account: String
        let contact: String
        let advice: String

        static let name = "withheld message"
        static let fields: [TemplateField<Withheld>] = [
            .text("account", "its name", \.account), .text("contact", "their name", \.contact),
            .text("advice", "what content would help", \.advice),
        ]
    }

    struct Need: TemplateRecord {
        let role: String
        let kpi: String
        let messages: Int

        static let name = "need"
        static let fields: [TemplateField<Need>] = [
            .text("role", "for whom", \.role), .text("kpi", "about what", \.kpi),
            .text("messages", "how many messages it would let out", { "\($0.messages)" }),
        ]
    }

    struct Runway: TemplateRecord {
        let account: String
        let months: Int

        static let name = "runway"
        static let fields: [TemplateField<Runway>] = [
            .text("account", "its name", \.account),
            .text("months", "how many months there is content for") { "\($0.months)" },
        ]
    }

    struct Titled: TemplateRecord {
        let id: String
        let title: String

        static let name = "title"
        static let fields: [TemplateField<Titled>] = [
            .text("id", "its id", \.id), .text("title", "its title", \.title),
        ]
    }
}
