import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("What a message says")
struct WordingTests {
    @Test(arguments: [
        ("Nine days' warning", "nine days' warning"), ("The new report", "the new report"),
        ("OEE up by 2 points", "OEE up by 2 points"),
        ("Bearing alerts", "Bearing alerts"), ("A", "a"), ("AI reads vibration", "AI reads vibration"),
        ("IT and OT", "IT and OT"), ("NEW gateway", "NEW gateway"), ("Helios day", "Helios day"), ("9 days", "9 days"),
        ("", ""),
        ("Howard shows how", "Howard shows how"), ("How-to for shifts", "how-to for shifts"),
    ])
    func titlesInASentence(_ title: String, _ expected: String) throws {
        #expect(try labels("en").continuing(title) == expected)
    }

    @Test(arguments: [
        ("Unplanned downtime", "unplanned downtime"), ("OEE", "OEE"), ("IT / OT", "IT / OT"), ("pH", "pH"),
        ("Plant manager", "plant manager"), ("On-time in full", "on-time in full"), ("MTBF of pumps", "MTBF of pumps"),
    ])
    func vocabularyInASentence(_ title: String, _ expected: String) {
        #expect(inSentence(title) == expected)
    }

    @Test(
        arguments: [
            ([], ""), ([("2026-10", "5")], ""), ([("2026-09", "5"), ("2026-10", "5")], "▄▄"),
            ([("2026-09", "0"), ("2026-10", "7")], "▁█"), ([("2026-08", "-1"), ("2026-10", "1")], "▁·█"),
            ((1...8).map { ("2026-0\($0)", "\($0)") }, "▁▂▃▄▅▆▇█"),
            ([("2025-10", "99"), ("2025-11", "0"), ("2026-10", "1")], "▁··········█"),
            ([("2026-09", "0.000001"), ("2026-10", "0.000008")], "▁█"),
            ([("2026-09", "-999999999999"), ("2026-10", "999999999999")], "▁█"),
        ] as [([(String, String)], String)])
    func trends(_ readings: [(String, String)], _ expected: String) {
        let world = World().with { $0.readings = readings.map { (month: $0.0, value: $0.1) } }
        #expect(
            trend(world.library.readings.course(account: "northwind", kpi: "downtime", until: world.month)) == expected)
    }

    /// The change and the state, with a target of 6.
    @Test(
        arguments: [
            ([("2026-10", "9.1")], KPI.Direction.lower, "", "off target"),
            ([("2026-09", "10.3"), ("2026-10", "9.1")], .lower, "1.2 h/month better than in September", "off target"),
            ([("2026-09", "5"), ("2026-10", "6")], .lower, "1 h/month worse than in September", "on target"),
            ([("2026-09", "5"), ("2026-10", "6")], .higher, "1 h/month better than in September", "on target"),
            ([("2026-09", "5.5"), ("2026-10", "5.25")], .higher, "0.25 h/month worse than in September", "off target"),
            ([("2026-09", "6"), ("2026-10", "6")], .higher, "the same as in September", "on target"),
            ([("2025-10", "6"), ("2026-10", "6")], .higher, "the same as in October 2025", "on target"),
            ([("2025-11", "6"), ("2026-10", "6")], .higher, "the same as in November 2025", "on target"),
            ([("2026-10", "6"), ("2026-12", "9")], .higher, "", "on target"),
        ] as [([(String, String)], KPI.Direction, String, String)])
    func cells(_ readings: [(String, String)], _ better: KPI.Direction, _ change: String, _ state: String) throws {
        let world = World().with {
            $0.readings = readings.map { (month: $0.0, value: $0.1) }
            $0.configuration.kpis[0].better = better
        }
        let library = world.library
        let cell = try #require(
            KPICell(
                library.configuration.kpis[0], account: world.account, month: world.month, readings: library.readings,
                labels: try labels("en")))
        #expect(cell.change == change)
        #expect(cell.target == "target 6 h/month")
        let words = try labels("en")
        #expect(cell.isOnTarget.map { words.text($0 ? .onTarget : .offTarget) } == state)
    }

    @Test(arguments: [
        Case("off target, too high", "For maintenance: unplanned downtime is 3.1 h/month over your target") {
            $0.readings = [("2026-10", "9.1")]
        },
        Case("off target, too low", "For maintenance: unplanned downtime is 2 h/month under your target") {
            $0.readings = [("2026-10", "4")]
            $0.configuration.kpis[0].better = .higher
        },
        Case("on target", "For maintenance: unplanned downtime is 5 h/month, your target is 6 h/month") {
            $0.readings = [("2026-10", "5")]
        },
        Case("no target", "For maintenance: unplanned downtime is 5 h/month") {
            $0.readings = [("2026-10", "5")]
            $0.account.kpis = [Account.Target(kpi: "downtime")]
        },
        Case("no reading", "For maintenance: about unplanned downtime, which you steer by"),
        Case("no KPI, but a product", "For maintenance: you run Edge Gateway 4.2") {
            $0.snippet.kpis = ["oee"]
            $0.snippet.products = ["monitor", "gateway"]
        },
        Case("a role only", "For operator at Northwind Foods") {
            $0.snippet.kpis = ["oee"]
            $0.snippet.roles = ["operator"]
        },
        Case("an abbreviated role", "For IT / OT at Northwind Foods") {
            $0.snippet.kpis = ["oee"]
            $0.snippet.roles = ["it-ot"]
            $0.account.contacts[0].roles = ["it-ot"]
        },
        Case("the reader asked", "You asked about this on 12 October 2026") {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
        },
        Case("a colleague asked", "Northwind Foods asked about this on 12 October 2026") {
            $0.snippet.answers = ["v"]
            $0.voices = [makeVoice("v")]
            $0.voices[0].contact = "j@northwind.example"
        },
    ])
    func reasons(_ example: Case<String>) async throws {
        var world = example.world
        world.configuration.digest.gate = DigestRules.Gate()
        world.configuration.digest.gate.items = 1
        world.configuration.digest.gate.kpiItems = 0
        world.configuration.digest.gate.points = 0
        let run = SelectionRun(library: world.library, ledger: .empty, month: world.month)
        let contact = try #require(run.selection(of: world.account).contacts.first)
        let message = await Composer(run: run, templates: try smallTemplates()).message(
            to: contact, at: world.account, status: .due)
        #expect(message.items.map(\.reason) == [example.expected])
        #expect(message.preheader != message.subject && !message.preheader.isEmpty)
    }

    /// Nothing is said about a voice record of another customer, or about a declined one.
    @Test func onlyTheirOwnVoiceIsQuoted() async throws {
        let mail = try await World.rich.with { $0.voices[0].account = "contoso" }.read()
        #expect(!mail.html.contains("noisy"))
        #expect(try await !World.rich.with { $0.voices[0].state = .declined }.read().html.contains("noisy"))
    }

    @Test func thePreheaderIsNotTheSubjectAgain() async throws {
        let mail = try await World.rich.with { $0.snippet.summary = "Nine days' warning on bearing failures." }.read()
        #expect(mail.html.contains("class=\"on-muted\">You asked about this on 12 October 2026</div>"))
    }

    @Test(arguments: [
        ("short", 10, "short"), ("a longer text", 10, "a longer…"), ("abcdefghijkl", 6, "abcde…"),
        ("two\n lines", 20, "two lines"),
    ])
    func shortening(_ text: String, _ limit: Int, _ expected: String) {
        #expect(shortened(text, to: limit) == expected)
    }

    @Test func longLinesAreWrapped() {
        let long = String(repeating: "word ", count: 20) + "end"
        let link = "https://x.example/" + String(repeating: "x", count: 80)
        let code = "    " + long
        let wrapped = wrappingLines(of: Array("  \(long)\n\(link)\n\(code)".utf8)) { [code[...]] }
        let lines = String(decoding: wrapped, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("  word") && lines[1].hasPrefix("  word") && lines[0].count <= 72)
        #expect(lines[2] == link && lines[3] == code)
    }

    @Test(arguments: [
        ("one two three", 20, "one two three"), ("one enormous a b", 6, "one…"), ("one  two\nthree", 9, "one two…"),
        ("unbreakable", 6, "unbre…"),
    ])
    func aQuotationEndsWithTheFirstWordThatDoesNotFit(_ text: String, _ limit: Int, _ expected: String) {
        #expect(shortened(text, to: limit) == expected)
    }

    /// The month's own figure cannot be known on the slot.
    @Test(arguments: [
        ("2026-11", nil), ("2026-10", "Overall, October 2026"), ("2024-02", "Overall, February 2024"),
    ])
    func aFigureSaysOfWhichMonthItIs(_ month: String, _ title: String?) throws {
        let kpi = KPI(id: "oee", title: "Overall", unit: "%", better: .higher)
        var readings = Readings()
        readings.add(
            Readings.Reading(month: try #require(YearMonth(month)), value: try #require(Decimal6("80"))), account: "a",
            kpi: "oee")
        let cell = KPICell(
            kpi, account: Account(id: "a", name: "A"), month: YearMonth(year: 2026, month: 11), readings: readings,
            labels: try labels("en"))
        #expect(cell?.title == title)
    }
}
