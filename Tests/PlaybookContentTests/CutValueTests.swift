import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Parts that are cut from a value or left out of a text without anybody seeing it.
@Suite struct CutValueTests {
    private static let contact = "contacts: [{name: B, email: b@a.example}]\n"

    static let cases: [MistakeCase] = [
        MistakeCase(
            "a number sign in a title",
            ["snippets/a.md": snippet().replacing("A headline", with: "The «comment-in-value»#«»1 reason")]),
        MistakeCase(
            "a number sign in a value of a flow",
            [
                "accounts/a.yml":
                    "name: A\nholds:\n  - {kind: legal, from: 2026-11-01, note: See ticket «comment-in-value»#«»4711, asked}\n"
            ]),
        MistakeCase(
            "a number sign in a flow list", ["chapters/a.md": "---\ntags: [a, b «comment-in-value»#«»2, c]\n---\n# A\n"]
        ),
        MistakeCase(
            "a value that is nothing but a number sign and a word",
            ["playbook.yml": playbook + "site: {title: T}\ntime_zone: «comment-in-value»#«»UTC\n"]),
        MistakeCase(
            "a number sign in an item", ["chapters/a.md": "---\ntags:\n  - b «comment-in-value»#«»ähnlich\n---\n# A\n"]),
        MistakeCase(
            "comments, and number signs in quotes",
            [
                "accounts/a.yml":
                    "# A note\nname: A # the name\nregion: \"#1 and #2\" #\nstage: adopt#1\n".replacing(
                        "stage: adopt#1\n", with: "stage: adopt\t# x\n")
                    + "contacts: # those who answer\n  #- nobody\n  - {name: B C#1, email: b@a.example} # B\n"
            ]),
        MistakeCase(
            "raw HTML in a snippet",
            [
                "snippets/a.md": snippet(
                    body: "You save «raw-html»<b>«»time</b>.\n\n«raw-html»<table><tr><td>x</td></tr></table>«»\n\n"
                        + "You <!-- a comment --> save<br>time.\n\n<!-- one\nmore -->\n")
            ]),
        MistakeCase(
            "raw HTML in what a snippet includes",
            [
                "shared/s.md": "# S\n\nYou save «raw-html»<i>«»time</i>.\n",
                "snippets/a.md": snippet(body: "You.\n\n<!-- include: ../shared/s.md -->\n"),
                "snippets/b.md": snippet(body: "You.\n\n<!-- include: ../shared/s.md -->\n"),
            ]),
    ]

    @Test(arguments: cases) func exactlyTheMarkedMistakesAreFound(_ mistake: MistakeCase) async {
        let folder = MarkedFolder(mistake.files)
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
    }

    private func rawHTML(_ files: [String: String], _ more: String = "") async -> [Diagnostic] {
        let folder = MarkedFolder(["playbook.yml": playbook + more].merging(files) { $1 })
        return await folder.load(rules: RuleSettings()).diagnostics.filter { $0.rule.name == "raw-html" }
    }

    @Test func inAChapterItIsAWarningWithItsPlace() async {
        let text =
            "# Home\n\n<details>\n<summary>More</summary>\n\nText\n\n</details>\n\n| a |\n|---|\n| x<br>y <kbd>F1</kbd> |\n\n"
            + "<!-- fine --> <em>not fine</em>\n\n<!-- no end\n\nlost\n"
        let found = await rawHTML(["chapters/index.md": text])
        #expect(found.allSatisfy { $0.severity == .warning })
        #expect(found.map { $0.place.range?.lowerBound.line } == [3, 12, 14, 16])
        #expect(found.dropFirst().first?.place.range?.lowerBound.column == 10)
    }

    @Test func whatIsKeptIsNoFinding() async {
        let text = "# Home\n\nText <b>b</b>.\n"
        #expect(await rawHTML(["chapters/index.md": text], "site: {raw_html: true}\n").isEmpty)
        #expect(
            await rawHTML(["chapters/index.md": "# Home\n", "chapters/d.md": "---\ndraft: true\n---\n<b>x</b>\n"])
                .isEmpty)
    }

    @Test func inASnippetItCannotBeLowered() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home <b>b</b>\n", "playbook.yml": playbook,
            "snippets/a.md": snippet(body: "You <b>b</b>."),
        ])
        var rules = RuleSettings.errorsOnly
        rules.set("raw-html", to: .off)
        let found = await folder.load(rules: rules).diagnostics
        #expect(found.map(\.rule.name) == ["raw-html"])
        #expect(found.first?.severity == .error)
    }
}
