import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Files that come from other generators: what is read, what is found, and what is offered in its place.
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
                "take it out: pages show when Git says that they were changed",
            ])
        let fixes: [String?] = found.map { $0.fix?.replacement }
        #expect(fixes == ["order", "aliases", nil])
    }
}
