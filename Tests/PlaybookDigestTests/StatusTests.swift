import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

private func hold(
    _ kind: Account.Hold.Kind, _ from: String, until: String? = nil, closed: String? = nil,
    incident: String? = nil
) -> Account.Hold {
    Account.Hold(
        kind: kind, from: date(from), until: until.map { date($0) }, incident: incident,
        closed: closed.map { date($0) })
}

private func escalation(_ from: String = "2026-11-02", closed: String? = nil) -> Account.Hold {
    hold(.escalation, from, closed: closed, incident: "INC-1")
}

@Suite("Statuses: docs/selection.md, sections 2 and 3")
struct StatusTests {
    @Test(arguments: [
        Case("nothing in the way", "due none"),
        Case("not due in this month", "not_due none") { $0.account.cadence.everyMonths = 3 },
        Case("not due comes before a hold, which is still shown", "not_due legal") {
            $0.account.cadence.everyMonths = 3
            $0.account.holds = [hold(.legal, "2026-01-01")]
        },
        Case("a pause", "held pause") { $0.account.holds = [hold(.pause, "2026-11-01")] },
        Case("a hold that starts on the slot", "held pause") { $0.account.holds = [hold(.pause, "2026-11-04")] },
        Case("a hold that starts after the slot", "due none") { $0.account.holds = [hold(.pause, "2026-11-05")] },
        Case("a hold until the slot", "held pause") {
            $0.account.holds = [hold(.pause, "2026-10-01", until: "2026-11-04")]
        },
        Case("a hold until the day before", "due none") {
            $0.account.holds = [hold(.pause, "2026-10-01", until: "2026-11-03")]
        },
        Case("the gravest of four", "held legal") {
            $0.account.holds = [
                hold(.pause, "2026-11-01"), hold(.commercial, "2026-11-01"), escalation(), hold(.legal, "2026-11-01"),
            ]
        },
        Case("escalation before commercial", "held escalation") {
            $0.account.holds = [hold(.commercial, "2026-11-01"), escalation()]
        },
        Case("commercial before pause", "held commercial") {
            $0.account.holds = [hold(.pause, "2026-11-01"), hold(.commercial, "2026-11-01")]
        },
        Case("an open escalation without news", "held escalation") { $0.account.holds = [escalation()] },
        Case("an open escalation with news", "recovery escalation") {
            $0.account.holds = [escalation()]
            $0.snippet.incident = "INC-1"
        },
        Case("news of another incident", "held escalation") {
            $0.account.holds = [escalation()]
            $0.snippet.incident = "INC-2"
        },
        Case("news of one of two incidents", "recovery escalation") {
            $0.account.holds = [escalation(), hold(.escalation, "2026-11-03", incident: "INC-2")]
            $0.snippet.incident = "INC-2"
        },
        Case("another kind of hold beside the escalation", "held escalation") {
            $0.account.holds = [escalation(), hold(.pause, "2026-11-01")]
            $0.snippet.incident = "INC-1"
        },
        Case("a pause that is over does not count", "recovery escalation") {
            $0.account.holds = [escalation(), hold(.pause, "2026-10-01", until: "2026-10-02")]
            $0.snippet.incident = "INC-1"
        },
        Case("news that is a draft (filter 1)", "held escalation") {
            $0.account.holds = [escalation()]
            $0.snippet.incident = "INC-1"
            $0.snippet.draft = true
        },
        Case("news for another account (filter 5)", "held escalation") {
            $0.account.holds = [escalation()]
            $0.snippet.incident = "INC-1"
            $0.snippet.accounts = ["contoso"]
        },
        Case("news for another industry (filter 6)", "recovery escalation") {
            $0.account.holds = [escalation()]
            $0.snippet.incident = "INC-1"
            $0.snippet.industries = ["automotive"]
        },
        // Closed on Wednesday, 28 October; the five business days after it are 29, 30 October, 2, 3 and 4 November.
        Case("the fifth business day after it was closed", "held escalation") {
            $0.account.holds = [escalation("2026-10-01", closed: "2026-10-28")]
        },
        Case("the sixth", "due none") { $0.account.holds = [escalation("2026-10-01", closed: "2026-10-27")] },
        Case("a holiday prolongs the cooling", "held escalation") {
            $0.account.holds = [escalation("2026-10-01", closed: "2026-10-27")]
            $0.configuration.calendar = BusinessCalendar(holidays: [date("2026-10-30")])
        },
        Case("no cooling: the closing day itself", "held escalation") {
            $0.account.holds = [escalation("2026-10-01", closed: "2026-11-04")]
            $0.configuration.digest.coolingBusinessDays = 0
        },
        Case("no cooling: the day after", "due none") {
            $0.account.holds = [escalation("2026-10-01", closed: "2026-11-03")]
            $0.configuration.digest.coolingBusinessDays = 0
        },
    ])
    func account(_ example: Case<String>) {
        let selection = example.world.selection
        #expect("\(selection?.status.rawValue ?? "") \(selection?.hold?.rawValue ?? "none")" == example.expected)
    }

    @Test(
        arguments: [
            Case("one item is not enough", .withheld),
            Case("two are", .ready) { $0.others = [makeSnippet("more")] },
            Case("unsubscribed", .suppressed) { $0.account.contacts[0].status = .unsubscribed },
            Case("bounced", .suppressed) { $0.account.contacts[0].status = .bounced },
            Case("left", .suppressed) { $0.account.contacts[0].status = .left },
            Case("unsubscribed in another account", .suppressed) { $0.otherAccounts = [other(status: .unsubscribed)] },
            Case("bounced in another account", .suppressed) { $0.otherAccounts = [other(status: .bounced)] },
            Case("left another account", .withheld) { $0.otherAccounts = [other(status: .left)] },
            Case("in the file of addresses, whatever the reason", .suppressed) {
                $0.suppressions = [suppression(.left)]
            },
            Case("in the ledger", .suppressed) { $0.closed = [suppression(.bounced)] },
            Case("unsubscribed with an earlier address", .suppressed) {
                $0.account.contacts[0].was = ["a.silva@northwind.example"]
                $0.suppressions = [suppression(.unsubscribed, of: "A.Silva@northwind.example")]
            },
            Case("an earlier address bounced", .withheld) {
                $0.account.contacts[0].was = ["a.silva@northwind.example"]
                $0.suppressions = [suppression(.bounced, of: "A.Silva@northwind.example")]
            },
            Case("sent", .sent) { $0.entries = [sent("it", month: "2026-11", to: "ANA@northwind.example")] },
            Case("sent, or perhaps", .sent) { $0.entries = [sent("it", month: "2026-11", state: .unknown)] },
            Case("sent to an address that they had", .sent) {
                $0.account.contacts[0].was = ["a.silva@northwind.example"]
                $0.entries = [sent("it", month: "2026-11", to: "a.silva@northwind.example")]
            },
            Case("refused", .withheld) { $0.entries = [sent("it", month: "2026-11", state: .refused)] },
            Case("sent at another account", .withheld) { $0.entries = [sent("x", month: "2026-11", at: "contoso")] },
            Case("sent comes before the caps", .sent) {
                $0.touches = [touch("2026-11-04")]
                $0.entries = [sent("it", month: "2026-11")]
            },
            Case("sent before a hold", .sent) {
                $0.account.holds = [hold(.pause, "2026-11-01")]
                $0.entries = [sent("it", month: "2026-11")]
            },
            Case("last month's digest in the ledger, 20 days before", .contactCapped) {
                $0.entries = [sent("x", on: "2026-10-15")]
            },
            Case("21 days before", .withheld) { $0.entries = [sent("x", on: "2026-10-14")] },
            Case("a digest of a later month in the ledger", .withheld) {
                $0.entries = [sent("x", month: "2026-12", on: "2026-11-01")]
            },
            Case("four of a day are one touch", .withheld) {
                $0.touches = ["ana", "j", "k"].map { touch("2026-10-09", contact: "\($0)@northwind.example") }
                $0.touches += [touch("2026-10-09", .survey, contact: "j@northwind.example")]
                $0.entries = [sent("x", to: "l@northwind.example", on: "2026-10-09")]
            },
            Case("calls of a day are as many as they are", .accountCapped) {
                $0.touches = (0..<4).map { _ in touch("2026-10-09", .call) }
            },
            Case("the ledger's digests of four days", .accountCapped) {
                $0.entries = ["2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09"].map {
                    sent("x", to: "j@northwind.example", on: $0)
                }
            },
            Case("no role", .noRole) { $0.account.contacts[0].roles = [] },
            Case("suppressed comes before no role", .suppressed) {
                $0.account.contacts[0].roles = []
                $0.account.contacts[0].status = .left
            },
            Case("a digest on the slot", .contactCapped) { $0.touches = [touch("2026-11-04")] },
            Case("a digest 20 days before", .contactCapped) { $0.touches = [touch("2026-10-15")] },
            Case("a digest 21 days before", .withheld) { $0.touches = [touch("2026-10-14")] },
            Case("a digest after the slot", .withheld) { $0.touches = [touch("2026-11-05")] },
            Case("a survey", .contactCapped) { $0.touches = [touch("2026-11-01", .survey)] },
            Case("a call", .withheld) { $0.touches = [touch("2026-11-01", .call)] },
            Case("an email", .withheld) { $0.touches = [touch("2026-11-01", .email)] },
            Case("a visit", .withheld) { $0.touches = [touch("2026-11-01", .visit)] },
            Case("an event", .withheld) { $0.touches = [touch("2026-11-01", .event)] },
            Case("a colleague's digest", .withheld) {
                $0.touches = [touch("2026-11-01", contact: "j@northwind.example")]
            },
            Case("a digest to the account as a whole", .withheld) { $0.touches = [touch("2026-11-01", contact: nil)] },
            Case("the same address at another account", .withheld) {
                $0.touches = [touch("2026-11-01", at: "contoso")]
            },
            Case("four touches, 29 days back at most", .accountCapped) {
                $0.touches = [
                    touch("2026-10-06", .call, contact: nil), touch("2026-10-07", .visit), touch("2026-11-04", .email),
                    touch("2026-10-09", .digest, contact: "j@northwind.example"),
                ]
            },
            Case("one of four is 30 days back", .withheld) {
                $0.touches = ["2026-10-05", "2026-10-07", "2026-11-04", "2026-10-09"].map { touch($0, .call) }
            },
            Case("one of four is after the slot", .withheld) {
                $0.touches = ["2026-11-05", "2026-10-07", "2026-11-04", "2026-10-09"].map { touch($0, .call) }
            },
            Case("three touches", .withheld) {
                $0.touches = ["2026-10-07", "2026-11-04", "2026-10-09"].map { touch($0, .call) }
            },
            Case("the contact's cap comes before the account's", .contactCapped) {
                $0.touches = ["2026-10-20", "2026-10-21", "2026-10-22", "2026-10-23"].map { touch($0) }
            },
            Case("no role comes before the caps", .noRole) {
                $0.account.contacts[0].roles = []
                $0.touches = [touch("2026-11-04")]
            },
            Case("a cap comes before a hold", .contactCapped) {
                $0.touches = [touch("2026-11-04")]
                $0.account.holds = [hold(.pause, "2026-11-01")]
            },
            Case("a cap holds in recovery too", .contactCapped) {
                $0.touches = [touch("2026-11-04")]
                $0.account.holds = [escalation()]
                $0.snippet.incident = "INC-1"
            },
            Case("not due", .notDue) { $0.account.cadence.everyMonths = 3 },
            Case("held", .held) { $0.account.holds = [hold(.pause, "2026-11-01")] },
            Case("in recovery one item is enough", .ready) {
                $0.account.holds = [escalation()]
                $0.snippet.incident = "INC-1"
            },
            Case("in recovery, but the news is for others", .withheld) {
                $0.account.holds = [escalation()]
                $0.snippet.incident = "INC-1"
                $0.snippet.roles = ["it-ot"]
            },
        ] as [Case<ContactStatus>])
    func contact(_ example: Case<ContactStatus>) {
        let contact = example.world.contact
        #expect(contact?.status == example.expected)
        let isSelected = [.ready, .withheld].contains(example.expected)
        #expect((contact?.gate != nil) == isSelected)
        #expect((contact?.candidates.isEmpty == false) == isSelected)
    }

    /// The day that counts as today changes only this.
    @Test(
        arguments: [
            Case("the day before", nil) { $0.asOf = date("2026-11-03") },
            Case("the slot", nil) { $0.asOf = date("2026-11-04") },
            Case("the day after", .late) { $0.asOf = date("2026-11-05") },
            Case("the last day", .late) { $0.asOf = date("2026-11-11") },
            Case("one day later", .missed) { $0.asOf = date("2026-11-12") },
            Case("no day", nil),
            Case("a digest after the slot", nil) {
                $0.asOf = date("2026-11-12")
                $0.touches = [touch("2026-11-10")]
            },
            Case("a digest of the next month", .missed) {
                $0.asOf = date("2026-12-12")
                $0.touches = [touch("2026-12-01")]
            },
            Case("a colleague's digest", .missed) {
                $0.asOf = date("2026-11-12")
                $0.touches = [touch("2026-11-10", contact: "j@northwind.example")]
            },
            Case("a call", .missed) {
                $0.asOf = date("2026-11-12")
                $0.touches = [touch("2026-11-10", .call)]
            },
            Case("capped", nil) {
                $0.asOf = date("2026-11-12")
                $0.touches = [touch("2026-11-01")]
            },
            Case("sent", nil) {
                $0.asOf = date("2026-11-12")
                $0.entries = [sent("it", month: "2026-11")]
            },
        ] as [Case<Timing?>])
    func timing(_ example: Case<Timing?>) {
        #expect(example.world.contact?.timing == example.expected)
        #expect(example.world.contact?.status == example.world.with { $0.asOf = nil }.contact?.status)
    }

    /// Of several reasons, the first in their order is given.
    @Test func theGravestReasonIsTold() {
        let world = World().with {
            $0.account.contacts[0].status = .bounced
            $0.suppressions = [suppression(.left), suppression(.unsubscribed)]
        }
        #expect(world.contact?.suppression == Suppressed(reason: .unsubscribed, source: .file))
        let complained = world.with { $0.closed = [suppression(.complained)] }
        #expect(complained.contact?.suppression == Suppressed(reason: .complained, source: .ledger))
    }

    /// One item about a date, a duty or a danger counts as one for a KPI; a second one does not.
    @Test func oneItemWithWorthCountsInTheGate() {
        let world = World().with {
            $0.snippet.kpis = []
            $0.snippet.worth = .duty
            $0.others = [makeSnippet("more", kind: .update)]
            $0.others[0].kpis = []
            $0.others[0].worth = .date
        }
        #expect(world.contact?.gate?.kpiItems == 1 && world.contact?.status == .ready)
        let two = world.with { $0.configuration.digest.gate.kpiItems = 2 }
        #expect(two.contact?.gate?.shortfall.kpiItems == 1 && two.contact?.status == .withheld)
    }
}
