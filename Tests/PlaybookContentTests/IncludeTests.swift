import PlaybookContent
import PlaybookCore
import PlaybookMarkup
import TestSupport
import Testing

@Suite struct IncludeTests {
    @Test func aFileOrASectionStandsInThePlaceOfTheComment() async throws {
        let folder = MarkedFolder([
            "playbook.yml": playbook,
            "chapters/index.md":
                "# Home\n\n<!-- include: ../shared/hour.md#first -->\n\n<!-- include: a/b.md -->\n\nEnd[^1].\n\n[^1]: mine\n",
            "chapters/a/b.md": "# B\n\nSee [c](c.md) and [top](#b)[^1].\n\n[^1]: theirs\n",
            "chapters/a/c.md": "# C\n",
            "shared/hour.md":
                "# Hour\n\n## First\n\nCall [b](../chapters/a/b.md).\n\n### Sub\n\n## Second\n\nNot this.\n",
        ])
        let loaded = await folder.load()
        #expect(folder.found(loaded).isEmpty)
        let home = try #require(loaded.library?.chapters.first { $0.path == "index.md" })
        let html = String(decoding: try #require(home.text.content).body.filled { _ in nil }, as: UTF8.self)
        #expect(html.contains("First</h2>\n<p>Call") && html.contains("Sub</h3>\n<p>See"))
        #expect(!html.contains("Not this") && !html.contains("B</h1>"))
        #expect(home.text.headings.map(\.id) == ["home", "first", "sub"])
        #expect(
            home.links == [
                .chapter("a/b.md", anchor: nil), .chapter("a/c.md", anchor: nil), .chapter("a/b.md", anchor: "b"),
            ])
        #expect(html.contains("<li id=\"fn-1\">\n<p>theirs") && html.contains("<li id=\"fn-2\">\n<p>mine"))
    }

    @Test func mistakesAreToldWhereTheyStandWithTheWayThere() async throws {
        let folder = MarkedFolder([
            "playbook.yml": playbook,
            "chapters/index.md":
                "# Home\n\n<!-- include: ../shared/a.md -->\n\n«missing-include»<!-- include: ../shared/b.md#nine -->«»\n\nx «misplaced-include»<!-- include: a.md -->«» y\n",
            "chapters/other.md": "# Other\n\n<!-- include: ../shared/a.md -->\n",
            "shared/a.md":
                "Text\n\n«missing-include»<!-- include: c.md -->«»\n\n«include-cycle»<!-- include: b.md -->«»\n\n«broken-link»[x](nowhere.md)«»\n",
            "shared/b.md": "# B\n\n## Nein\n\n«include-cycle»<!-- include: a.md -->«»\n",
        ])
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
        let cycle = try #require(loaded.diagnostics.first { $0.rule.name == "include-cycle" })
        #expect(cycle.notes.compactMap { $0.place?.file }.prefix(1) == ["content/shared/b.md"])
    }

    @Test func whatIsForColleaguesCannotBeIncludedForCustomers() async {
        let folder = MarkedFolder([
            "playbook.yml": playbook, "chapters/index.md": "# Home\n",
            "snippets/a.md": snippet() + "\n«missing-include»<!-- include: ../chapters/index.md -->«»\n",
            "snippets/b.md": snippet() + "\n<!-- include: ../shared/s.md -->\n",
            "shared/s.md": "«unknown-field»For both {{nobody}}.«»\n",
        ])
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
    }

    @Test func includesThatAddUpWithoutEndAreRefused() async {
        var files = ["playbook.yml": playbook, "chapters/index.md": "# Home\n\n<!-- include: ../shared/f0.md -->\n"]
        for level in 0..<30 {
            let next = "<!-- include: f\(level + 1).md -->\n\n"
            files["shared/f\(level).md"] = next + next + String(repeating: "x ", count: 500)
        }
        files["shared/f30.md"] = "end\n"
        let loaded = await MarkedFolder(files).load()
        #expect(loaded.diagnostics.contains { $0.rule.name == "include-too-large" })
    }
}
