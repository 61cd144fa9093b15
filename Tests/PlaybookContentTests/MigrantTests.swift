import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Files from other generators: what is read, what is found, and which corrections are offered.
@Suite struct MigrantTests {
    private static let cases = [
        MistakeCase(
            "keys of other generators in chapters",
            [
                "chapters/a.md":
                    "---\n«unknown-key»weight«»: 3\n«unknown-key»linkTitle«»: Short\n«unknown-key»lastmod«»: 2026-01-01\n---\n# A\n"
            ]),
        MistakeCase(
            "addresses that a page cannot have",
            [
                "chapters/a.md": "---\npath: «invalid-value»../up«»\n---\n# A\n",
                "chapters/b.md": "---\npath: «colliding-pages»c«»\n---\n# B\n",
                "chapters/c.md": "# C\n",
            ]),
        MistakeCase(
            "markup of other generators, but not in code",
            [
                "chapters/a.md":
                    "# A\n\n«foreign-syntax»:::tip«»\n\nText with «foreign-syntax»{{< figure src=\"x\" >}}«» in it.\n\n`{{< ref >}}`\n\n```\n{% raw %}\n```\n"
            ]),
        MistakeCase(
            "addresses that are relative to a page, as others write them",
            [
                "chapters/tools/index.md": "# Tools\n\n[s](slack.md)\n",
                "chapters/tools/slack.md": "# Slack\n\n«broken-link»[p](people/)«» [p](slack/people.md)\n",
                "chapters/tools/slack/people.md": "# People\n",
            ]),
        MistakeCase(
            "an alias that is the page's own address, and a description without words",
            [
                "chapters/a.md": "---\naliases: [«colliding-pages»/a/«»]\ndescription: \"\"\n---\n# A\n"
            ]),
        MistakeCase(
            "addresses with backslashes",
            [
                "chapters/a.md": "# A\n\n«broken-link»[b](s\\b.md#c)«» [c](s/b.md)\n",
                "chapters/s/index.md": "# S\n",
                "chapters/s/b.md": "# B\n\n## C\n",
            ]),
        MistakeCase(
            "links that lead to a chapter by the address of its page",
            [
                "chapters/a.md": "# A\n\n«broken-link»[b](b.html)«» «broken-link»[c][c]«»\n\n[c]: b.html\n",
                "chapters/b.md": "# B\n",
            ]),
    ]

    @Test(arguments: cases) func exactlyTheMarkedPlacesAreFound(_ mistake: MistakeCase) async {
        let folder = MarkedFolder(
            ["chapters/index.md": "# Home\n", "playbook.yml": playbook].merging(mistake.files) { $1 })
        var rules = RuleSettings.errorsOnly
        rules.set("foreign-syntax", to: .warning)
        let loaded = await folder.load(rules: rules)
        #expect(folder.found(loaded) == folder.marks)
    }

    @Test func helpNamesTheCounterpart() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n", "playbook.yml": playbook,
            "chapters/a.md": "---\nweight: 3\nredirect_from: [old]\nlastmod: 2026-01-01\n---\n# A\n",
        ])
        let found = await folder.load().diagnostics.filter { $0.rule.name == "unknown-key" }
        let help: [String?] = found.map(\.help)
        #expect(
            help == [
                "here it is `order`", "here it is `aliases`",
                "remove it: pages show when Git says that they were changed",
            ])
        let fixes: [String?] = found.map { $0.fix?.replacement }
        #expect(fixes == ["order", "aliases", nil])
    }

    /// A correction is certain only if it does the same as the other generator would have done.
    @Test(arguments: [
        ("slug: short\nurl: /x/y/", [nil, "path"]), ("slug: short", ["path: part/short"]), ("slug: /short", [nil]),
        ("url: ../y", [nil]), ("permalink: /:title/", [nil]), ("weight: 0", [nil]), ("sidebar_position: 0", ["order"]),
        ("weight: 1.5", [nil]), ("weight: 3\nsidebar_position: 4", ["order", nil]), ("order: 1\nweight: 3", [nil]),
        ("redirect_from: /old/", ["aliases: [/old/]"]), ("redirect_from: \"https://old.example\"", [nil]),
        ("published: false", ["draft: true"]), ("published: true", ["draft: false"]),
        ("headless: true", ["draft: true"]),
        ("hide: [toc]", [nil]), ("unlisted: true", ["hidden"]), ("keywords: [a]", [nil]),
    ])
    func onlyWhatMeansTheSameIsCorrected(_ keys: String, _ expected: [String?]) async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n", "playbook.yml": playbook, "chapters/part/a.md": "---\n\(keys)\n---\n# A\n",
        ])
        let fixes: [String?] = await folder.load().diagnostics.filter { $0.rule.name == "unknown-key" }
            .map { $0.fix?.replacement }
        #expect(fixes == expected, "\(keys)")
    }

    /// A lowered rule must not publish a page that was kept back.
    @Test func aPageThatWasKeptBackStaysAnError() async {
        for (keys, isError) in [("published: false", true), ("headless: true", true), ("published: true", false)] {
            let folder = MarkedFolder(["chapters/index.md": "# Home\n", "chapters/a.md": "---\n\(keys)\n---\n# A\n"])
            let loaded = await folder.load(rules: .errors(and: "unknown-key"))
            #expect(loaded.diagnostics.hasErrors == isError, "\(keys)")
        }
        let snippets = MarkedFolder([
            "chapters/index.md": "# Home\n", "playbook.yml": playbook, "snippets/a.md": snippet("weight: 3"),
        ])
        #expect(await snippets.load(rules: .errors(and: "unknown-key")).diagnostics.hasErrors)
    }

    /// A file that a snippet includes goes to customers.
    @Test func markupInAFileThatASnippetIncludesIsAnError() async {
        let shared = "# Shared\n\n:::tip\n\n##Gate\n"
        for (body, isError) in [("<!-- include: ../shared/a.md -->\n", true), ("Text.\n", false)] {
            let folder = MarkedFolder([
                "playbook.yml": playbook, "chapters/index.md": "# Home\n\n<!-- include: ../shared/a.md -->\n",
                "shared/a.md": shared, "snippets/a.md": snippet(body: body),
            ])
            let found = await folder.load(rules: .errors(and: "foreign-syntax")).diagnostics
                .filter { ["foreign-syntax", "broken-markup"].contains($0.rule.name) }
            #expect(found.contains { $0.rule.name == "foreign-syntax" && $0.severity == .error } == isError, "\(found)")
        }
    }

    @Test func picturesInDotFoldersAndIdsOfRawHTMLAreTargets() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, to name: String) throws {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try write("site: {raw_html: true}\n", to: "playbook.yml")
        try write("<svg/>", to: "chapters/.gitbook/assets/a.svg")
        try write("# No chapter\n", to: "chapters/.gitbook/a.md")
        try write("<svg/>", to: "chapters/.git/a.svg")
        try write(
            "# Home\n\n<a id=\"old\"></a><a name='older'></a>\n\n## New\n\n[x](#old) [y](#older)\n\n"
                + "![p](.gitbook/assets/a.svg) ![q](.git/a.svg) [r](.gitbook/a.md)\n",
            to: "chapters/_index.md")
        let loaded = await load(try await ContentFolder.read(folder.path), rules: .errors(and: "broken-link")) { _ in
            CalendarDate(days: 20_779)
        }
        #expect(
            loaded.texts("broken-link") == [
                "this image leads nowhere: there is no `.git/a.svg`",
                "this link leads nowhere: `.gitbook/a.md` is in a folder whose name begins with a dot, where no chapters are read = move it to another folder",
            ])
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(library.assets.map(\.name) == ["chapters/.gitbook/assets/a.svg"])
        #expect(library.chapters.map(\.page) == [""])
    }
}
