import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

private func colleague(_ roles: [String]) -> Account.Contact {
    Account.Contact(name: "J. Weber", email: "j@northwind.example", roles: roles)
}

@Suite("Points: docs/selection.md, section 5")
struct PointsTests {
    /// A snippet that was published exactly ten weeks before the slot has no points for freshness.
    private static let plain: @Sendable (inout World) -> Void = {
        $0.snippet.publish = date("2026-08-26")
        $0.snippet.kpis = ["oee"]
        $0.snippet.roles = ["operator"]
    }

    private static func example(
        _ name: String, _ expected: [String], _ change: (inout World) -> Void = { _ in }
    ) -> Case<[String]> {
        Case(name, expected) {
            plain(&$0)
            change(&$0)
        }
    }

    @Test(arguments: [
        example("none", []),
        example("names the account", ["names_account=30"]) { $0.snippet.accounts = ["northwind"] },
        example("answers an open request", ["answers_request=50"]) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
        },
        example("answers an answered one", ["answers_request=50"]) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v", state: .answered)]
        },
        example("answers a declined one", []) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v", state: .declined)]
        },
        example("answers another account's", []) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v", account: "contoso")]
        },
        example("an earlier message of a colleague carried it", []) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
            $0.others = [makeSnippet("first")]
            $0.others[0].answers = ["v"]
            $0.entries = [sent("first", to: "j@northwind.example")]
        },
        example("a message that was refused did not carry it", ["answers_request=50"]) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
            $0.entries = [sent("it", to: "j@northwind.example", state: .refused)]
        },
        example("a message of this month is not an earlier one", ["answers_request=50"]) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
            $0.entries = [sent("it", month: "2026-11", to: "j@northwind.example")]
        },
        example("another account's message did not carry it", ["answers_request=50"]) {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
            $0.entries = [sent("it", to: "b@contoso.example", at: "contoso")]
        },
        example("one of two requests is not answered yet", ["answers_request=50"]) {
            $0.snippet.answers = ["v", "w"]
            $0.voices = [makeVoice("v"), makeVoice("w")]
            $0.others = [makeSnippet("first")]
            $0.others[0].answers = ["v"]
            $0.entries = [sent("first", to: "j@northwind.example")]
        },
        example("a KPI of the contact", ["kpi_match=40"]) { $0.account.contacts[0].kpis = ["oee"] },
        example("the account's, where the contact has none", ["kpi_match=40"]) { $0.snippet.kpis = ["downtime"] },
        example("the account's do not count where the contact has some", []) {
            $0.snippet.kpis = ["downtime"]
            $0.account.contacts[0].kpis = ["oee"]
        },
        example("off target, lower is better", ["kpi_match=40", "kpi_off_target=20"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-10", "6.000001")]
        },
        example("on target exactly", ["kpi_match=40"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-10", "6")]
        },
        example("the latest reading counts", ["kpi_match=40"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-09", "9"), ("2026-10", "5")]
        },
        example("a later month's does not", ["kpi_match=40", "kpi_off_target=20"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-09", "9"), ("2026-12", "5")]
        },
        example("the month's own does not", ["kpi_match=40", "kpi_off_target=20"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-10", "9"), ("2026-11", "5")]
        },
        example("one of three months ago", ["kpi_match=40", "kpi_off_target=20"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-08", "9")]
        },
        example("one of four months ago is stale", ["kpi_match=40"]) {
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-07", "9")]
        },
        example("unless it may be older", ["kpi_match=40", "kpi_off_target=20"]) {
            $0.configuration.digest.staleMonths = 4
            $0.snippet.kpis = ["downtime"]
            $0.readings = [("2026-07", "9")]
        },
        example("worth in place of KPIs", ["worth=30"]) {
            $0.snippet.kpis = []
            $0.snippet.worth = .safety
        },
        example("a colleague declined it", ["not_for_us=-60"]) {
            $0.account.contacts.append(colleague(["maintenance", "operator"]))
            $0.answers = [answer(by: "j@northwind.example", on: "2026-05-08")]
        },
        example("a colleague with a role that no snippet is for", ["not_for_us=-60"]) {
            $0.account.contacts[0].roles.append("executive")
            $0.account.contacts.append(colleague(["executive"]))
            $0.answers = [answer(by: "j@northwind.example")]
        },
        example("181 days ago", []) {
            $0.account.contacts.append(colleague(["operator"]))
            $0.answers = [answer(by: "j@northwind.example", on: "2026-05-07")]
        },
        example("after the slot", []) {
            $0.account.contacts.append(colleague(["operator"]))
            $0.answers = [answer(by: "j@northwind.example", on: "2026-11-05")]
        },
        example("a colleague without a role of theirs", []) {
            $0.account.contacts.append(colleague(["it-ot"]))
            $0.answers = [answer(by: "j@northwind.example")]
        },
        example("a colleague found it useful", []) {
            $0.account.contacts.append(colleague(["operator"]))
            $0.answers = [answer(by: "j@northwind.example", .useful)]
        },
        example("somebody elsewhere", []) { $0.answers = [answer(by: "j@contoso.example")] },
        example("off target, higher is better", ["kpi_match=40", "kpi_off_target=20"]) {
            $0.snippet.kpis = ["downtime"]
            $0.configuration.kpis[0].better = .higher
            $0.readings = [("2026-10", "5.9")]
        },
        example("no target", ["kpi_match=40"]) {
            $0.snippet.kpis = ["downtime"]
            $0.account.kpis = [Account.Target(kpi: "downtime")]
            $0.readings = [("2026-10", "9")]
        },
        example("off target, but not a KPI of the contact", []) {
            $0.snippet.kpis = ["downtime"]
            $0.account.contacts[0].kpis = ["oee"]
            $0.readings = [("2026-10", "9")]
        },
        example("matched by one KPI, another is off target", ["kpi_match=40"]) {
            $0.snippet.kpis = ["downtime", "oee"]
            $0.account.contacts[0].kpis = ["oee"]
            $0.readings = [("2026-10", "9")]
        },
        example("a product", ["product_match=20"]) { $0.snippet.products = ["gateway"] },
        example("an event in 30 days", ["event_soon=15"]) { $0.snippet.setEvent("2026-12-04") },
        example("an event in 31", []) { $0.snippet.setEvent("2026-12-05") },
        example("an event on the slot", ["event_soon=15"]) { $0.snippet.setEvent("2026-11-04") },
        example("a date on another kind", []) {
            $0.snippet.setEvent("2026-11-20")
            $0.snippet.kind = .update
        },
        example("the first role", ["primary_role=10"]) { $0.snippet.roles = ["maintenance"] },
        example("published on the slot", ["freshness=10"]) { $0.snippet.publish = date("2026-11-04") },
        example("six days before", ["freshness=10"]) { $0.snippet.publish = date("2026-10-29") },
        example("seven days before", ["freshness=9"]) { $0.snippet.publish = date("2026-10-28") },
        example("nine weeks and six days before", ["freshness=1"]) { $0.snippet.publish = date("2026-08-27") },
        example("years before", []) { $0.snippet.publish = date("2020-01-01") },
        example("the topic of the last message", ["recent_topic=-15"]) {
            $0.others = [makeSnippet("old")]
            $0.others[0].kpis = ["oee"]
            $0.entries = [sent("old")]
        },
        example("of the message before the last", ["recent_topic=-15"]) {
            $0.others = [makeSnippet("old"), makeSnippet("new")]
            $0.others[0].kpis = ["oee"]
            $0.entries = [sent("old", month: "2026-06"), sent("new", month: "2026-10")]
        },
        example("of an item whose id has changed since", ["recent_topic=-15"]) {
            $0.others = [makeSnippet("new-name")]
            $0.others[0].kpis = ["oee"]
            $0.others[0].was = ["old"]
            $0.entries = [sent("old")]
        },
        example("of a message to an address that they had", ["recent_topic=-15"]) {
            $0.account.contacts[0].was = ["A.Silva@northwind.example"]
            $0.others = [makeSnippet("old")]
            $0.others[0].kpis = ["oee"]
            $0.entries = [sent("old", to: "a.silva@northwind.example")]
        },
        example("of the third last", []) {
            $0.others = [makeSnippet("old"), makeSnippet("new"), makeSnippet("newer")]
            $0.others[0].kpis = ["oee"]
            $0.entries = [
                sent("old", month: "2026-08"), sent("new", month: "2026-09"), sent("newer", month: "2026-10"),
            ]
        },
        example("of a message that was refused", []) {
            $0.others = [makeSnippet("old")]
            $0.others[0].kpis = ["oee"]
            $0.entries = [sent("old", state: .refused)]
        },
        example("of a colleague's message", []) {
            $0.others = [makeSnippet("old")]
            $0.others[0].kpis = ["oee"]
            $0.entries = [sent("old", to: "j@northwind.example")]
        },
        example(
            "all at once, in the order of the table",
            [
                "names_account=30", "answers_request=50", "kpi_match=40", "kpi_off_target=20", "product_match=20",
                "event_soon=15", "primary_role=10", "freshness=8", "recent_topic=-15",
            ]
        ) {
            $0.snippet = makeSnippet("it")
            $0.snippet.publish = date("2026-10-15")
            $0.snippet.accounts = ["northwind"]
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
            $0.readings = [("2026-10", "9.1")]
            $0.snippet.products = ["gateway"]
            $0.snippet.setEvent("2026-11-20")
            $0.others = [makeSnippet("old")]
            $0.entries = [sent("old")]
        },
        example("what is worth nothing is left out", []) {
            $0.configuration.digest.points.productMatch = 0
            $0.snippet.products = ["gateway"]
        },
        example("configured worth", ["product_match=7"]) {
            $0.configuration.digest.points.productMatch = 7
            $0.snippet.products = ["gateway"]
        },
    ])
    func points(_ example: Case<[String]>) {
        #expect(example.world.points() == example.expected)
        let sum = example.world.candidate()?.points.reduce(0) { $0 + $1.points }
        #expect(example.world.candidate()?.total == sum)
    }
}
