import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Four times as many findings in one file take about four times as long, not sixteen times.
@Suite(.serialized) struct ManyFindingsTests {
    static let kinds: [(String, Int, @Sendable (Int) -> [String: String])] = [
        (
            "unknown keys", 300,
            { ["chapters/x.md": "---\n" + (0..<$0).map { "k\($0): 1\n" }.joined() + "---\n# X\n"] }
        ),
        (
            "duplicate readings", 1_000,
            {
                let rows = String(repeating: "a,oee,2026-01,80\n", count: $0)
                return ["accounts/a.yml": "name: A\n", "readings/r.csv": "account,kpi,month,value\n" + rows]
            }
        ),
        (
            "broken links in a line", 500,
            { ["chapters/x.md": "# X\n\n" + String(repeating: "[ä](nope.md) ", count: $0)] }
        ),
        (
            "words that can be corrected", 300,
            {
                let rows = (0..<$0).map { _ in "maintenanse" }.joined(separator: ", ")
                return ["chapters/x.md": "---\nroles: [" + rows + "]\n---\n# X\n"]
            }
        ),
        (
            "items of a list", 4_000,
            { ["chapters/x.md": "---\ntags: [" + String(repeating: "a, ", count: $0) + "a]\n---\n# X\n"] }
        ),
    ]

    @Test(arguments: kinds.indices) func timeGrowsWithTheirNumber(_ index: Int) async {
        let (name, count, files) = Self.kinds[index]
        func time(_ count: Int) async -> Duration {
            let folder = MarkedFolder(
                ["chapters/index.md": "# Home\n", "playbook.yml": playbook].merging(files(count)) { $1 })
            var least = Duration.seconds(1_000)
            for _ in 0..<2 {
                let start = ContinuousClock.now
                let loaded = await folder.load()
                _ = TextPrinter().text(loaded.diagnostics)
                least = min(least, ContinuousClock.now - start)
            }
            return least
        }
        let (one, four) = (await time(count), await time(4 * count))
        #expect(four < one * 8, "\(name): \(one) for \(count), \(four) for four times as many")
    }

    @Test func aLongLineIsShownAroundThePlace() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n\n" + String(repeating: "wörd ", count: 2_000) + "[a](nope.md) "
                + String(repeating: "word ", count: 2_000)
        ])
        let found = await folder.load().diagnostics
        #expect(found.map { $0.place.range?.lowerBound } == [Position(line: 3, column: 10_001)])
        #expect((found.first?.place.excerpt?.utf8.count ?? 0) < 3_000)
        let text = TextPrinter().text(found)
        let lines = text.split(separator: "\n").map(String.init)
        let marks = lines.first { $0.contains("^") } ?? ""
        let source = lines.first { $0.contains("nope.md") && $0.hasPrefix("3 |") } ?? ""
        let start = marks.distance(from: marks.startIndex, to: marks.firstIndex(of: "^") ?? marks.startIndex)
        #expect(String(source.dropFirst(start).prefix(12)) == "[a](nope.md)")
        #expect(marks.count { $0 == "^" } == 12)
    }
}
