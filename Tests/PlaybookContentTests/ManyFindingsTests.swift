import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Files with very many mistakes: each is found, at its place. The benchmarks measure the time.
@Suite struct ManyFindingsTests {
    private static let kinds: [(rule: String, file: String, text: @Sendable (Int) -> String)] = [
        ("unknown-key", "chapters/x.md", { "---\n" + (0..<$0).map { "k\($0): 1\n" }.joined() + "---\n# X\n" }),
        ("broken-link", "chapters/x.md", { "# X\n\n" + String(repeating: "[ä](nope.md) ", count: $0) }),
        (
            "unknown-role", "chapters/x.md",
            { "---\nroles: [" + Array(repeating: "maintenanse", count: $0).joined(separator: ", ") + "]\n---\n# X\n" }
        ),
    ]

    @Test(arguments: kinds.indices) func eachIsFound(_ index: Int) async throws {
        let (rule, file, text) = Self.kinds[index]
        let folder = MarkedFolder(["chapters/index.md": "# Home\n", "playbook.yml": playbook, file: text(1_000)])
        let found = await folder.load().diagnostics.filter { $0.rule.name == rule }
        #expect(found.count == 1_000)
        let places = found.compactMap { $0.place.range?.lowerBound }
        #expect(Set(places).count == 1_000 && places == places.sorted())
        #expect(!TextPrinter().text(found).isEmpty)
    }

    @Test func aLongListIsRead() async {
        let tags = String(repeating: "a, ", count: 16_000)
        let folder = MarkedFolder([
            "chapters/index.md": "---\ntags: [" + tags + "a]\n---\n# Home\n", "playbook.yml": playbook,
        ])
        #expect(await folder.load().library?.chapters.first?.frontMatter.tags.count == 16_001)
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
