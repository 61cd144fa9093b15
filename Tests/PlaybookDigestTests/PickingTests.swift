import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

/// A world with these snippets only; `a:content:30:2026-12-01` is id, kind, points for naming the account and expiry.
private func world(_ lines: [String], _ change: (inout World) -> Void = { _ in }) -> World {
    let snippets = lines.map { line in
        let parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var snippet = makeSnippet(parts[0], kind: Snippet.Kind(rawValue: parts[1]) ?? .service)
        if parts.count > 2, parts[2] == "best" { snippet.accounts = ["northwind"] }
        if parts.count > 3 { snippet.expires = date(parts[3]) }
        return snippet
    }
    return World().with {
        $0.snippet = snippets[0]
        $0.others = Array(snippets.dropFirst())
        change(&$0)
    }
}

@Suite("Picking and the gate: docs/selection.md, sections 6 and 7")
struct PickingTests {
    @Test(
        arguments: [
            ("points first", ["a:content", "b:update:best"], ["b", "a"]),
            ("then the earliest expiry", ["a:content::2026-12-02", "b:update::2026-12-01"], ["b", "a"]),
            ("no expiry comes last", ["a:content", "b:update::2099-01-01"], ["b", "a"]),
            ("then the id", ["b:content::2026-12-01", "a:update::2026-12-01"], ["a", "b"]),
            (
                "ids by their bytes", ["é:content", "z:update", "Z:event", "a-b:service", "a/b:upgrade"],
                ["Z", "a-b", "a/b", "z", "é"]
            ),
            ("two of a kind at most", ["a:content", "b:content", "c:content", "d:update"], ["a", "b", "d"]),
        ] as [(String, [String], [String])])
    func order(_ name: String, _ snippets: [String], _ expected: [String]) {
        #expect(world(snippets).chosen == expected)
        #expect(world(snippets.reversed()).chosen == expected)
    }

    @Test func passedOverForItsKind() {
        let world = world(["a:content", "b:content", "c:content", "d:update"])
        #expect(world.candidate("c")?.verdict == .passedOver)
        #expect(world.candidate("c")?.reason == .kindFull)
        #expect(world.points("c") == ["kpi_match=40", "primary_role=10", "freshness=8"])
        #expect(world.candidate("c")?.total == 58)
    }

    @Test func noRoomComesBeforeKindFull() {
        let world = world(["a:content", "b:content", "c:update", "d:content"]) { $0.configuration.digest.maxItems = 3 }
        #expect(world.chosen == ["a", "b", "c"])
        #expect(world.candidate("d")?.reason == .noRoom)
    }

    @Test func whatIsPassedOverForItsKindTakesNoRoom() {
        let world = world(["a:content", "b:content", "c:content", "d:update"]) { $0.configuration.digest.maxItems = 3 }
        #expect(world.chosen == ["a", "b", "d"])
        #expect(world.candidate("c")?.reason == .kindFull)
    }

    /// Each part of the gate at its limit: too few items, KPI items or points.
    @Test(
        arguments: [
            Case("two good items", [0, 0, 0]) { $0.others = [makeSnippet("b")] },
            Case("one item", [1, 0, 22]),
            Case("no item", [2, 1, 80]) { $0.snippet.draft = true },
            Case("no item for a KPI", [0, 1, 44]) {
                $0.snippet.kpis = ["oee"]
                $0.others = [makeSnippet("b")]
                $0.others[0].kpis = ["oee"]
            },
            Case("one of two for a KPI", [0, 0, 4]) {
                $0.others = [makeSnippet("b")]
                $0.others[0].kpis = ["oee"]
            },
            Case("points that just suffice", [0, 0, 0]) {
                $0.others = [makeSnippet("b")]
                $0.configuration.digest.gate.points = 116
            },
            Case("one point short", [0, 0, 1]) {
                $0.others = [makeSnippet("b")]
                $0.configuration.digest.gate.points = 117
            },
            Case("a KPI item counts though the match is worth nothing", [0, 0, 44]) {
                $0.others = [makeSnippet("b")]
                $0.configuration.digest.points.kpiMatch = 0
            },
            Case("in recovery one item is enough", [0, 0, 0]) {
                $0.snippet.incident = "INC-1"
                $0.snippet.kpis = ["oee"]
                $0.account.holds = [incidentHold("INC-1", from: "2026-11-02")]
            },
            Case("in recovery none is not", [1, 0, 0]) {
                $0.snippet.incident = "INC-1"
                $0.snippet.roles = ["it-ot"]
                $0.account.holds = [incidentHold("INC-1", from: "2026-11-02")]
            },
        ] as [Case<[Int]>])
    func gate(_ example: Case<[Int]>) {
        let gate = example.world.contact?.gate
        let short = gate?.shortfall
        #expect([short?.items, short?.kpiItems, short?.points] == example.expected)
        #expect(gate?.passed == (example.expected == [0, 0, 0]))
        #expect(example.world.contact?.status == (gate?.passed == true ? .ready : .withheld))
    }
}
