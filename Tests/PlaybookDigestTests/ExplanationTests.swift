import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("Explanations: docs/selection.md, `playbook explain --format json`")
struct ExplanationTests {
    private static let world = World.rich.with {
        $0.others.append(makeSnippet("for-it"))
        $0.others[2].roles = ["it-ot"]
        $0.configuration.digest.maxItems = 2
        $0.account.contacts.append(
            Account.Contact(name: "J. Weber", email: "j@northwind.example", roles: ["it-ot"]))
        $0.account.contacts.append(Account.Contact(name: "K", email: "k@northwind.example", status: .left))
    }

    @Test func json() throws {
        let selection = try #require(Self.world.selection)
        #expect(
            explanationJSON(selection, library: Self.world.library, contact: "ana@northwind.example") == """
                {"account": "northwind", "month": "2026-11", "slot": "2026-11-04", "status": "due", "hold": null, \
                "contacts": [{"contact": "ana@northwind.example", "status": "ready", \
                "suppression": null, "timing": null, "sent": [], \
                "gate": {"items": 2, "kpi_items": 2, "points": 251, "passed": true}, "candidates": [\
                {"snippet": "alerts", "verdict": "chosen", "reason": null, "points": {"names_account": 30, \
                "answers_request": 50, "kpi_match": 40, "kpi_off_target": 20, "primary_role": 10, "freshness": 8}, \
                "total": 158}, \
                {"snippet": "for-it", "verdict": "filtered", "reason": "ROLE", "points": {}, "total": 0}, \
                {"snippet": "report", "verdict": "passed_over", "reason": "NO_ROOM", \
                "points": {"kpi_match": 40, "kpi_off_target": 20, "primary_role": 10, "freshness": 8}, "total": 78}, \
                {"snippet": "tour", "verdict": "chosen", "reason": null, "points": {"kpi_match": 40, \
                "kpi_off_target": 20, "event_soon": 15, "primary_role": 10, "freshness": 8}, "total": 93}]}]}
                """)
    }

    @Test func jsonOfAHold() throws {
        let world = Self.world.with {
            $0.account.holds = [Account.Hold(kind: .legal, from: date("2026-01-01"))]
            $0.account.contacts.removeLast(2)
        }
        #expect(
            explanationJSON(try #require(world.selection), library: world.library) == """
                {"account": "northwind", "month": "2026-11", "slot": "2026-11-04", "status": "held", "hold": "legal", \
                "contacts": [{"contact": "ana@northwind.example", "status": "held", "suppression": null, "timing": null, \
                "sent": [], "gate": null, "candidates": []}]}
                """)
    }

    @Test func jsonIsEscaped() throws {
        let world = World().with { $0.account.contacts[0].email = "a\"\\\n\u{1}é@x" }
        let line = explanationJSON(try #require(world.selection), library: world.library)
        #expect(line.contains("\"a\\\"\\\\\\n\\u0001é@x\"") && !line.contains("\n"))
    }

    @Test func text() throws {
        let text = explanationText(try #require(Self.world.selection), library: Self.world.library)
        #expect(
            text == """
                Northwind Foods (northwind), 2026-11, slot 2026-11-04: due

                  Ana Silva <ana@northwind.example>, maintenance, operator
                    ready; 2 items, 2 for their KPIs, 251 points
                    chosen       alerts   158  names_account 30, answers_request 50, kpi_match 40,
                                               kpi_off_target 20, primary_role 10, freshness 8
                    chosen       tour      93  kpi_match 40, kpi_off_target 20, event_soon 15, primary_role 10,
                                               freshness 8
                    passed over  report    78  kpi_match 40, kpi_off_target 20, primary_role 10, freshness 8
                                               [NO_ROOM: the message is full]
                    ROLE (for other roles): for-it

                  J. Weber <j@northwind.example>, it-ot
                    withheld: not enough substance; 1 of 2 items, 1 of 1 for their KPIs, 78 of 80 points
                    chosen       for-it    78  kpi_match 40, kpi_off_target 20, primary_role 10, freshness 8
                    ROLE (for other roles): alerts, report, tour
                    Needs one more item for IT / OT: any such item will do.

                  K <k@northwind.example>
                    suppressed: left

                """)
    }

    @Test(arguments: [40, 60, 80, 100, 160])
    func widths(_ width: Int) throws {
        let world = Self.world.with { $0.account.name = "漢字 " + String(repeating: "lang ", count: 40) }
        let text = explanationText(try #require(world.selection), library: world.library, width: width)
        // A label and a column of points have their least width; below it the table needs more.
        for line in text.split(separator: "\n") { #expect(line.displayWidth <= max(width, 66)) }
    }

    @Test(arguments: [
        Case("a KPI item", "Needs two more items for maintenance on OEE, worth 120 points or more.") {
            $0.snippet.draft = true
            $0.configuration.digest.gate.points = 120
            $0.account.contacts[0].kpis = ["oee"]
            $0.configuration.digest.gate.kpiItems = 2
        },
        Case(
            "one of each",
            "Needs one more item for maintenance on unplanned downtime and one on any KPI, worth 80 points or more."
        ) { $0.snippet.draft = true },
        Case("one item", "Needs one more item for maintenance.") { $0.configuration.digest.gate.points = 0 },
        Case(
            "an item for a KPI",
            "Needs one more item for maintenance on unplanned downtime or OEE, of another kind than upgrade."
        ) {
            $0.others = [makeSnippet("b")]
            $0.account.kpis.append(Account.Target(kpi: "oee"))
            $0.configuration.digest.gate.kpiItems = 3
            $0.configuration.digest.gate.items = 3
        },
        Case(
            "points",
            "Needs 84 more points: something newer, closer to what maintenance steers by, or an answer to a request."
        ) {
            $0.others = [makeSnippet("b")]
            $0.configuration.digest.gate.points = 200
        },
        Case(
            "no KPI",
            "Needs KPIs in the account's file: without any, no item can match one. "
                + "An item about a date, a duty or a danger would count as well."
        ) { $0.account.kpis = [] },
        Case("no KPI, and a duty", "Needs KPIs in the account's file: without any, no item can match one.") {
            $0.account.kpis = []
            $0.snippet.kpis = []
            $0.snippet.worth = .duty
            $0.configuration.digest.gate.kpiItems = 2
        },
        Case(
            "any item for a KPI",
            "Needs two more items for maintenance on unplanned downtime: any such items will do."
        ) {
            $0.snippet.draft = true
            $0.configuration.digest.gate.kpiItems = 2
            $0.configuration.digest.gate.points = 100
        },
        Case("not any, where a topic can come again", "Needs one more item for maintenance, worth 3 points or more.") {
            $0.snippet.publish = date("2026-10-14")
            $0.entries = [sent("long-ago"), sent("old")]
            $0.others = [makeSnippet("old")]
            $0.others[0].draft = true
            $0.others[0].kpis = ["oee"]
            $0.configuration.digest.gate.points = 60
        },
        Case("a gate that is too high", "Cannot pass: the gate asks for 6 items, and a message has at most 5.") {
            $0.configuration.digest.gate.items = 6
        },
        Case(
            "a full message",
            "Needs one more item for maintenance on OEE, in place of what is in the message, which is full."
        ) {
            $0.account.contacts[0].kpis = ["oee"]
            $0.configuration.digest.maxItems = 1
            $0.configuration.digest.gate = .init()
            $0.configuration.digest.gate.items = 1
            $0.configuration.digest.gate.points = 0
        },
        Case("recovery", "Needs news of INC-1 for maintenance.") {
            $0.snippet.incident = "INC-1"
            $0.snippet.roles = ["it-ot"]
            $0.account.holds = [incidentHold("INC-1", from: "2026-11-02")]
        },
    ])
    func advice(_ example: Case<String>) throws {
        let selection = try #require(example.world.selection)
        let contact = try #require(selection.contacts.first)
        #expect(PlaybookDigest.advice(for: contact, at: selection, library: example.world.library) == example.expected)
    }

    /// Why nobody may write to somebody, and where that was found.
    @Test(arguments: [
        Case("in the account's file", "suppressed: bounced") { $0.account.contacts[0].status = .bounced },
        Case("in another account's", "suppressed: unsubscribed (at contoso)") {
            $0.otherAccounts = [other(status: .unsubscribed)]
        },
        Case("in the file of addresses", "suppressed: complained (in suppressions.csv)") {
            $0.suppressions = [suppression(.complained)]
        },
        Case("in the ledger", "suppressed: bounced (in the ledger)") { $0.closed = [suppression(.bounced)] },
        Case("sent", "sent: this month's message has gone out, or may have; it (accepted)") {
            $0.entries = [sent("it", month: "2026-11")]
        },
        Case(
            "late",
            "withheld: not enough substance; 1 of 2 items, 1 of 1 for their KPIs, 58 of 80 points; "
                + "late: a message can still go out until 2026-11-11"
        ) { $0.asOf = date("2026-11-11") },
        Case(
            "missed",
            "withheld: not enough substance; 1 of 2 items, 1 of 1 for their KPIs, 58 of 80 points; "
                + "missed: a message could go out until 2026-11-11"
        ) { $0.asOf = date("2026-11-12") },
    ])
    func statuses(_ example: Case<String>) throws {
        let text = explanationText(try #require(example.world.selection), library: example.world.library, width: 400)
        #expect(text.split(separator: "\n").dropFirst(2).first?.trimmingPrefix("    ") == example.expected[...])
    }
}
