import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("Filters: docs/selection.md, section 4")
struct FilterTests {
    /// Each filter at its limit. Nil means that the snippet passes.
    @Test(
        arguments: [
            Case("it passes", nil),
            Case("1 a draft", .draft) { $0.snippet.draft = true },
            Case("2 published on the slot", nil) { $0.snippet.publish = date("2026-11-04") },
            Case("2 published a day later", .notYet) { $0.snippet.publish = date("2026-11-05") },
            Case("3 expires on the slot", nil) { $0.snippet.expires = date("2026-11-04") },
            Case("3 expired the day before", .expired) { $0.snippet.expires = date("2026-11-03") },
            Case("3 an event on the slot", nil) { $0.snippet.setEvent("2026-11-04") },
            Case("3 an event the day before", .expired) { $0.snippet.setEvent("2026-11-03") },
            Case("3 an event that was, though it expires later", .expired) {
                $0.snippet.setEvent("2026-11-03")
                $0.snippet.expires = date("2026-12-31")
            },
            Case("4 evidence until the slot", nil) { $0.snippet.setEvidence("2026-11-04") },
            Case("4 evidence until the day before", .claimExpired) { $0.snippet.setEvidence("2026-11-03") },
            Case("4 evidence for ever", nil) { $0.snippet.setEvidence(nil) },
            Case("5 for this account", nil) { $0.snippet.accounts = ["contoso", "northwind"] },
            Case("5 for another", .otherAccount) { $0.snippet.accounts = ["contoso"] },
            Case("5 for none", .otherAccount) { $0.snippet.accounts = [] },
            Case("6 its industry", nil) { $0.snippet.industries = ["food"] },
            Case("6 another", .industry) { $0.snippet.industries = ["automotive"] },
            Case("6 the account has none", .industry) {
                $0.snippet.industries = ["food"]
                $0.account.industry = nil
            },
            Case("7 its region", nil) { $0.snippet.regions = ["AT", "DE"] },
            Case("7 another", .region) { $0.snippet.regions = ["AT"] },
            Case("7 the account has none", .region) {
                $0.snippet.regions = ["DE"]
                $0.account.region = nil
            },
            Case("8 its stage", nil) { $0.snippet.stages = ["adopt"] },
            Case("8 another", .stage) { $0.snippet.stages = ["renew"] },
            Case("8 the account has none", .stage) {
                $0.snippet.stages = ["adopt"]
                $0.account.stage = nil
            },
            Case("9 the account's language", nil) {
                $0.snippet.language = "de"
                $0.account.language = "de"
            },
            Case("9 another", .language) {
                $0.snippet.language = "en"
                $0.account.language = "de"
            },
            Case("9 the site's, where the account has none", nil) { $0.snippet.language = "en" },
            Case("9 not the site's, where the account has none", .language) { $0.snippet.language = "de" },
            Case("10 one of its products", nil) { $0.snippet.products = ["monitor", "gateway"] },
            Case("10 none of them", .product) { $0.snippet.products = ["monitor"] },
            Case("11 an older version is installed", nil) { $0.snippet.productVersion = ["gateway": version("4.3")] },
            Case("11 the same version", .alreadyInstalled) { $0.snippet.productVersion = ["gateway": version("4.2")] },
            Case("11 the same with a part more", .alreadyInstalled) {
                $0.snippet.productVersion = ["gateway": version("4.2.0")]
            },
            Case("11 newer by a number, not by letters", .alreadyInstalled) {
                $0.snippet.productVersion = ["gateway": version("4.9")]
                $0.account.products = ["gateway": version("4.10")]
            },
            Case("11 a product that it does not have", nil) { $0.snippet.productVersion = ["monitor": version("1")] },
            Case("11 one of two is older", nil) {
                $0.snippet.productVersion = ["gateway": version("4.2"), "monitor": version("2")]
                $0.account.products["monitor"] = version("1.9")
            },
            Case("11 both are as new", .alreadyInstalled) {
                $0.snippet.productVersion = ["gateway": version("4.2"), "monitor": version("2")]
                $0.account.products["monitor"] = version("2.1")
            },
            Case("11 the one it has is as new", .alreadyInstalled) {
                $0.snippet.productVersion = ["gateway": version("4.1"), "monitor": version("2")]
            },
            Case("12 the contact's second role", nil) { $0.snippet.roles = ["it-ot", "operator"] },
            Case("12 no role in common", .role) { $0.snippet.roles = ["it-ot"] },
            Case("13 an incident that the account never had", .incident) { $0.snippet.incident = "INC-1" },
            Case("13 an incident that is over", nil) {
                $0.snippet.incident = "INC-1"
                $0.account.holds = [incidentHold("INC-1", from: "2026-09-01", closed: "2026-09-02")]
            },
            Case("13 an incident yet to come", .incident) {
                $0.snippet.incident = "INC-1"
                $0.account.holds = [incidentHold("INC-1", from: "2026-11-05")]
            },
            Case("13 in recovery: the incident", nil) {
                $0.snippet.incident = "INC-1"
                $0.account.holds = [incidentHold("INC-1", from: "2026-11-02")]
            },
            Case("13 in recovery: no incident", .incident) {
                var news = makeSnippet("news")
                news.incident = "INC-1"
                $0.others = [news]
                $0.account.holds = [incidentHold("INC-1", from: "2026-11-02")]
            },
            Case("13 in recovery: an incident that is over", .incident) {
                var news = makeSnippet("news")
                news.incident = "INC-1"
                $0.others = [news]
                $0.snippet.incident = "INC-0"
                $0.account.holds = [
                    incidentHold("INC-0", from: "2026-01-02", closed: "2026-01-05"),
                    incidentHold("INC-1", from: "2026-11-02"),
                ]
            },
            Case("14 fields with values", nil) {
                $0.snippet.setBody(
                    "{{contact.name}} at {{account.name}}: {{kpi.downtime.latest}} of {{kpi.downtime.target}}")
                $0.readings = [("2026-10", "7")]
            },
            Case("14 a reading of the month itself", .missingField) {
                $0.snippet.setBody("{{kpi.downtime.latest}}")
                $0.readings = [("2026-11", "7")]
            },
            Case("14 a stale reading", .missingField) {
                $0.snippet.setBody("{{kpi.downtime.latest}}")
                $0.readings = [("2026-07", "7")]
            },
            Case("14 no reading", .missingField) { $0.snippet.setBody("{{kpi.downtime.latest}}") },
            Case("14 a reading only later", .missingField) {
                $0.snippet.setBody("{{kpi.downtime.latest}}")
                $0.readings = [("2026-12", "7")]
            },
            Case("14 no target", .missingField) { $0.snippet.setBody("[now](https://x.example/{{kpi.oee.target}})") },
            Case("14 in the title", .missingField) { $0.snippet.title = "From {{kpi.oee.latest}}" },
            Case("14 in the action's address", .missingField) {
                $0.snippet.action.url = "https://x.example/{{kpi.oee.latest}}"
            },
            Case("14 a field that nobody knows", .missingField) { $0.snippet.summary = "{{account.revenue}}" },
            Case("15 accepted", .seen) { $0.entries = [sent("it")] },
            Case("15 claimed", .seen) { $0.entries = [sent("it", state: .claimed)] },
            Case("15 unknown", .seen) { $0.entries = [sent("it", state: .unknown)] },
            Case("15 refused", nil) { $0.entries = [sent("it", state: .refused)] },
            Case("15 queued, bounced, skipped or dropped", nil) {
                $0.entries = [.queued, .bounced, .skipped, .dropped].map { sent("it", state: $0) }
            },
            Case("15 in this very month at an account that is taken before", .seen) {
                $0.otherAccounts = [other()]
                $0.entries = [sent("it", month: "2026-11", at: "contoso")]
            },
            Case("15 at one that is gone", .seen) { $0.entries = [sent("it", month: "2026-11", at: "old-name")] },
            Case("15 at one that is taken after", nil) {
                $0.otherAccounts = [other("zeta")]
                $0.entries = [sent("it", month: "2026-11", at: "zeta")]
            },
            Case("15 in the message of this month that one gets that is taken before", .seen) {
                $0.otherAccounts = [other()]
                $0.configuration.digest.gate.items = 1
                $0.configuration.digest.gate.points = 0
            },
            Case("15 in one that is withheld", nil) { $0.otherAccounts = [other()] },
            Case("15 to an address that they had", .seen) {
                $0.account.contacts[0].was = ["A.Silva@Northwind.example"]
                $0.entries = [sent("it", to: "a.silva@northwind.example")]
            },
            Case("15 under an id that it had", .seen) {
                $0.snippet.was = ["old"]
                $0.entries = [sent("old")]
            },
            Case("15 an earlier revision", nil) {
                $0.snippet.revision = 2
                $0.entries = [sent("it", revision: 1)]
            },
            Case("15 a colleague had it", nil) { $0.entries = [sent("it", to: "j@northwind.example")] },
            Case("15 the same address elsewhere, in other case", .seen) {
                $0.entries = [sent("it", to: "ANA@northwind.example", at: "contoso")]
            },
            Case("16 declined", .declined) { $0.answers = [answer()] },
            Case("16 declined in another revision, under another id, by another address", .declined) {
                $0.snippet.revision = 3
                $0.snippet.was = ["old"]
                $0.account.contacts[0].was = ["a.silva@northwind.example"]
                $0.answers = [answer(to: "old", by: "A.Silva@northwind.example", on: "2020-01-05")]
            },
            Case("16 found useful", nil) { $0.answers = [answer(.useful)] },
            Case("16 declined by somebody else", nil) { $0.answers = [answer(by: "j@northwind.example")] },
            Case("16 another one declined", nil) { $0.answers = [answer(to: "other")] },
            Case("17 superseded", .superseded) { $0.others = [superseding("newer", ["it"])] },
            Case("17 by one that is filtered itself", nil) {
                $0.others = [superseding("newer", ["it"]) { $0.roles = ["it-ot"] }]
            },
            Case("17 by one that the contact has had", nil) {
                $0.others = [superseding("newer", ["it"])]
                $0.entries = [sent("newer")]
            },
            Case("17 by one that is superseded itself", .superseded) {
                $0.others = [superseding("newer", ["it"]), superseding("newest", ["newer"])]
            },
            Case("17 by one that is passed over", .superseded) {
                $0.configuration.digest.maxItems = 0
                $0.others = [superseding("newer", ["it"])]
            },
        ] as [Case<Reason?>])
    func filter(_ example: Case<Reason?>) {
        let candidate = example.world.candidate()
        // A snippet that passed all filters may still find no room. These cases are not about that.
        let reason = candidate?.verdict == .filtered ? candidate?.reason : nil
        #expect(reason == example.expected)
        if example.expected != nil { #expect(candidate?.points == [] && candidate?.total == 0) }
    }

    /// Each world that fails a filter, combined with all worlds that fail later ones: the first filter gives the reason.
    @Test func theFirstFilterNamesTheReason() {
        let changes: [(Reason, (inout World) -> Void)] = [
            (.superseded, { $0.others = [superseding("newer", ["it"])] }),
            (.declined, { $0.answers = [answer()] }),
            (.seen, { $0.entries = [sent("it")] }),
            (.missingField, { $0.snippet.setBody("{{kpi.oee.latest}}") }),
            (.incident, { $0.snippet.incident = "INC-1" }),
            (.role, { $0.snippet.roles = ["it-ot"] }),
            (.alreadyInstalled, { $0.snippet.productVersion = ["gateway": version("4")] }),
            (.product, { $0.snippet.products = ["monitor"] }),
            (.language, { $0.snippet.language = "de" }),
            (.stage, { $0.snippet.stages = ["renew"] }),
            (.region, { $0.snippet.regions = ["AT"] }),
            (.industry, { $0.snippet.industries = ["automotive"] }),
            (.otherAccount, { $0.snippet.accounts = ["contoso"] }),
            (.claimExpired, { $0.snippet.setEvidence("2026-01-01") }),
            (.expired, { $0.snippet.expires = date("2026-01-01") }),
            (.notYet, { $0.snippet.publish = date("2027-01-01") }),
            (.draft, { $0.snippet.draft = true }),
        ]
        var world = World()
        for (reason, change) in changes {
            change(&world)
            #expect(world.candidate()?.reason == reason)
        }
    }

    /// More ids than a machine word has bits.
    @Test func manyIDs() {
        let many = (0..<200).map { "industry-\($0)" }
        let world = World().with {
            $0.others = many.map { id in
                var snippet = makeSnippet(id)
                snippet.industries = [id]
                return snippet
            }
            $0.account.industry = "industry-130"
        }
        #expect(many.filter { world.candidate($0)?.verdict == .chosen } == ["industry-130"])
    }
}

extension Snippet {
    mutating func setEvent(_ day: String) {
        kind = .event
        event = Event(date: date(day), place: "Online")
    }

    mutating func setEvidence(_ day: String?) {
        evidence = Evidence(source: "Line 3 trial", validUntil: day.map { date($0) })
    }
}

func incidentHold(_ incident: String, from: String, closed: String? = nil) -> Account.Hold {
    Account.Hold(kind: .escalation, from: date(from), incident: incident, closed: closed.map { date($0) })
}

private func superseding(_ id: String, _ others: [String], _ change: (inout Snippet) -> Void = { _ in }) -> Snippet {
    var snippet = makeSnippet(id, kind: .content)
    snippet.supersedes = others
    change(&snippet)
    return snippet
}
