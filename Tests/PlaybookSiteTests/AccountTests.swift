import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

@testable import PlaybookSite

/// What colleagues see about accounts, and what goes to them.
@Suite struct AccountTests {
    private static let files = [
        "playbook.yml": """
        site: {title: Book}
        company:
          name: Helios
          postal_address: 12 Werkstrasse
          from: {name: Helios, email: digest@helios.example}
          reply_to: voice@helios.example
          message_id_domain: mail.helios.example
          unsubscribe: {mailto: stop@helios.example}
        roles: {maintenance: Maintenance}
        kpis: {oee: {title: OEE, unit: "%", better: higher}}

        """,
        "chapters/index.md": "# Home\n\n[snippet](../snippets/belts.md)\n",
        "accounts/northwind.yml": """
        name: Northwind Foods
        kpis: {oee: {target: 85}}
        contacts: [{name: Ana Silva, email: ana@northwind.example, roles: [maintenance]}]
        holds: [{kind: escalation, incident: INC-1, from: 2026-11-02, closed: 2026-11-18}]

        """,
        "readings/2026.csv": "account,kpi,month,value\nnorthwind,oee,2026-09,80\nnorthwind,oee,2026-10,81.4\n",
        "touches/2026.csv":
            "date,account,contact,channel,note\n2026-11-03,northwind,ana@northwind.example,call,About the belt\n",
        "snippets/belts.md": snippet("Belts last longer", ""),
        "snippets/secret.md": snippet("Scoped belts", "accounts: [northwind]\n"),
    ]

    private static func snippet(_ title: String, _ more: String) -> String {
        """
        ---
        title: \(title)
        summary: Your belts stop the line less often.
        kind: service
        kpis: [oee]
        roles: [maintenance]
        action: {label: Book, url: "https://helios.example/book"}
        publish: 2026-11-01
        \(more)---
        For you this means fewer stops.

        > [!INTERNAL]
        > Ask Tom first.

        """
    }

    private static let plan = MonthPlan(
        month: YearMonth(year: 2026, month: 11),
        accounts: [
            "northwind": MonthPlan.Account(
                status: "due", slot: CalendarDate("2026-11-04"), next: CalendarDate("2026-12-03"),
                contacts: [
                    MonthPlan.Contact(
                        name: "Ana Silva", email: "ana@northwind.example", status: "ready", why: nil,
                        message: MonthPlan.Message(
                            subject: "Northwind, November",
                            items: [
                                MonthPlan.Item(
                                    snippet: "belts", title: "Belts last longer", reason: "For maintenance", points: 80)
                            ])),
                    MonthPlan.Contact(
                        name: "Jon Weber", email: "jon@northwind.example", status: "withheld",
                        why: "Needs one more item.",
                        message: nil),
                ])
        ],
        snippets: [
            "belts": MonthPlan.SnippetUse(
                readers: [MonthPlan.Reader(account: "northwind", contact: "Ana Silva", reason: "For maintenance")],
                others: [(why: "for other roles", contacts: 3)])
        ],
        pages: MonthPlan.Pages(styles: Array(".s1 { margin:0 }\n".utf8)) { account, email, head in
            Array("<html><head>".utf8) + head
                + Array("</head><body class=\"s1\">\(account), \(email)</body></html>".utf8)
        })

    @Test func theBriefHasTheDeputyAndTheAgreement() async throws {
        var content = Self.files
        content["playbook.yml", default: ""] += "people: {tom: {name: Tom Berg}}\n"
        content["accounts/northwind.yml", default: ""] +=
            "deputy: tom\nagreement: {ends: 2027-03-22, notice_days: 90}\n"
        let page = try #require(try await textsOfSite(content)["accounts/northwind/index.html"])
        #expect(page.contains("Tom Berg"))
        #expect(page.contains("ends 22 March 2027, notice by 22 December 2026"))
    }

    @Test func theBriefSaysWhatGoesOutAndWhyNot() async throws {
        let files = try await textsOfSite(Self.files, plan: Self.plan)
        let page = try #require(files["accounts/northwind/index.html"])
        for text in [
            "What goes out in November 2026", "Slot 4 November 2026", "Next slot: 3 December 2026",
            "<a href=\"ana-silva/index.html\">Northwind, November</a>", "Belts last longer</a>", "(80 points)",
            "Needs one more item.", "1.4 points better than in September", "target 85 %", "About the belt",
            "closed on 18 November 2026 and cooling",
        ] { #expect(page.contains(text), "\(text)") }
        let home = try #require(files["index.html"])
        #expect(home.contains("Accounts in November 2026") && home.contains("<span class=\"warn\">1</span>"))
    }

    /// The page of a message has its styles as classes, because the site allows none on elements.
    @Test func aMessageLooksAsItWillWithoutStylesOnElements() async throws {
        let files = try await textsOfSite(Self.files, plan: Self.plan)
        let page = try #require(files["accounts/northwind/ana-silva/index.html"])
        #expect(page.contains("<body class=\"s1\">northwind, ana@northwind.example</body>"))
        #expect(page.contains("default-src 'none'"))
        let name = try #require(page.firstMatch(of: /href="..\/..\/..\/(assets\/messages\.[^"]+)"/)?.output.1)
        #expect(files[String(name)] == ".s1 { margin:0 }\n")
    }

    @Test func aSnippetsPageSaysWhoGetsIt() async throws {
        let files = try await textsOfSite(Self.files, plan: Self.plan)
        let page = try #require(files["snippets/belts/index.html"])
        #expect(page.contains("Who gets it in November 2026") && page.contains("Ana Silva, <a"))
        #expect(page.contains("for other roles") && page.contains("3 contacts"))
        #expect(page.contains("For colleagues only") && page.contains("Ask Tom first."))
        #expect(files["snippets/secret/index.html"]?.contains("Nobody.") == false)
    }

    @Test func searchFindsAccountsAndTermsButNoSnippetForNamedAccounts() async throws {
        let files = try await textsOfSite(Self.files, plan: Self.plan)
        let index = files.filter { $0.key.hasPrefix("search/d") }.map(\.value).joined()
        for text in [
            "Northwind Foods", "Ana Silva", "Belts last longer", "accounts/northwind/index.html", "kpis/oee/index.html",
        ] {
            #expect(index.contains(text), "\(text)")
        }
        #expect(!index.contains("Scoped") && !index.contains("Ask Tom"))
    }

    @Test func withoutAccountPagesNothingOfThemIsThere() async throws {
        var content = Self.files
        content["playbook.yml"] = content["playbook.yml"]?.replacing(
            "{title: Book}", with: "{title: Book, accounts: false}")
        let files = try await textsOfSite(content, plan: Self.plan)
        #expect(!files.keys.contains { $0.hasPrefix("accounts/") || $0.hasPrefix("assets/messages") })
        #expect(files["snippets/secret/index.html"] == nil)
        for (path, text) in files { #expect(!text.contains("Northwind") && !text.contains("Ana Silva"), "\(path)") }
        #expect(files["index.html"]?.contains("href=\"snippets/belts/index.html\"") == true)
    }

    /// Pages say whom nobody may write to and why, what was missed, and that somebody is at two accounts.
    @Test func pagesSayWhatIsInTheWay() async throws {
        var plan = Self.plan
        plan.accounts["northwind"]?.contacts = [
            MonthPlan.Contact(
                name: "Ana Silva", email: "ana@northwind.example", status: "suppressed", why: "suppressed: bounced",
                message: nil, suppression: "bounced (at contoso)", alsoAt: ["Contoso Motors"])
        ]
        var files = try await textsOfSite(Self.files, plan: plan)
        let page = try #require(files["accounts/northwind/index.html"])
        #expect(page.contains("Ana Silva</a>, bounced (at contoso), also at Contoso Motors"))
        #expect(page.contains("<p class=\"kpi-note\">October 2026</p>"))
        let home = try #require(files["index.html"])
        #expect(home.contains("nobody can be written to: bounced (at contoso)"))

        let missed = MonthPlan.Timing.missed(since: CalendarDate(days: 20_768))
        plan.accounts["northwind"]?.contacts = [
            MonthPlan.Contact(
                name: "Ana Silva", email: "ana@northwind.example", status: "withheld", why: "Short.", message: nil,
                timing: missed)
        ]
        files = try await textsOfSite(Self.files, plan: plan)
        #expect(
            files["accounts/northwind/index.html"]?
                .contains("Missed: a message could go out until 11 November 2026.") == true)
        #expect(files["index.html"]?.contains("; 1 missed</td>") == true)
    }

    /// Ids that differ only in punctuation have the same slug.
    @Test func twoAccountsNeverShareAPage() async throws {
        var content = Self.files
        content["accounts/Northwind!.yml"] = "name: Another One\n"
        content["snippets/a/b.md"] = Self.snippet("With a folder", "")
        content["snippets/a-b.md"] = Self.snippet("With a hyphen", "")
        let files = try await textsOfSite(content, plan: Self.plan)
        let titles = files.filter { $0.key.hasPrefix("accounts/") || $0.key.hasPrefix("snippets/") }
            .compactMap { $0.value.firstMatch(of: /<h1>([^<]+)<\/h1>/).map { String($0.output.1) } }
        #expect(titles.contains("Northwind Foods") && titles.contains("Another One"))
        #expect(titles.contains("With a folder") && titles.contains("With a hyphen"))
        #expect(files["accounts/northwind/index.html"]?.contains("Northwind Foods") == true)
    }
}
