import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Text that was meant as front matter, but that the page would show as text.
@Suite struct FrontMatterTests {
    static let keys = "title: X\ndraft: true\n---\nSecret.\n"

    static let unseen: [(String, Position)] = [
        ("\n---\n" + keys, Position(line: 2, column: 1)),
        ("<!-- a note -->\n---\n" + keys, Position(line: 2, column: 1)),
        ("<!-- a\nnote -->\n\n---\n" + keys, Position(line: 4, column: 1)),
        ("# (c) Orbit\n---\n" + keys, Position(line: 2, column: 1)),
        (" ---\n" + keys, Position(line: 1, column: 2)),
        ("\u{FEFF}\u{FEFF}---\n" + keys, Position(line: 1, column: 2)),
        ("\u{200B}---\n" + keys, Position(line: 1, column: 2)),
        ("----\ntitle: X\ndraft: true\n----\nSecret.\n", Position(line: 1, column: 1)),
        ("\u{2014}-\n" + keys, Position(line: 1, column: 1)),
        ("---yaml\n" + keys, Position(line: 1, column: 1)),
        ("--- # settings\n" + keys, Position(line: 1, column: 1)),
        ("+++\ntitle = \"X\"\ndraft = true\n+++\nSecret.\n", Position(line: 1, column: 1)),
        ("+++\n[params]\nx = 1\n+++\nSecret.\n", Position(line: 1, column: 1)),
        ("\n+++\ntitle = \"X\"\n+++\nSecret.\n", Position(line: 2, column: 1)),
        ("{\n  \"title\": \"X\",\n  \"draft\": true\n}\n\nSecret.\n", Position(line: 1, column: 1)),
        ("{\"title\": \"X\"}\n\nSecret.\n", Position(line: 1, column: 1)),
        (";;;\n\"title\": \"X\"\n;;;\nSecret.\n", Position(line: 1, column: 1)),
        (keys, Position(line: 1, column: 1)),
        ("\r\n---\r\n" + keys.replacing("\n", with: "\r\n"), Position(line: 2, column: 1)),
        ("---\r" + keys.replacing("\n", with: "\r"), Position(line: 1, column: 1)),
        ("\n---\nweight: 3\nlayout: docs\n---\nText.\n", Position(line: 2, column: 1)),
        ("\n---\ntitle: X\n\nText without an end.\n", Position(line: 2, column: 1)),
    ]

    @Test(arguments: unseen) func frontMatterThatIsNotSeenIsAnError(_ text: String, _ position: Position) async {
        for name in ["chapters/x.md", "shared/x.md", "snippets/x.md", "voice/x.md"] {
            let folder = MarkedFolder(["chapters/index.md": "# Home\n", "playbook.yml": playbook, name: text])
            let found = await folder.load().diagnostics
            #expect(found.map(\.rule.name) == ["unseen-front-matter"], "\(name)")
            #expect(found.first?.place.range?.lowerBound == position)
            #expect(found.first?.help?.isEmpty == false)
        }
    }

    @Test(arguments: [
        "---\n" + "title: X\n---\n# X\n", "***\n\nText with a colon: yes.\n", "\n---\n\nOrdinary text.\n",
        "\n---\n\nNote: ordinary text.\n\n---\n\nMore.\n", "# Home\n---\nText: it goes on.\n---\n",
        "<!-- note -->\n\n# Home\n\n---\n\ntitle: a word\n", "{{ braces }}\n", "{a} set\n", "+++ plus\n",
        "+++\n\nText.\n\n+++\n", ";;; a lisp comment\n", "Owner: Priya\n---\n\nText.\n", "Heading: one\n---\n",
        "\u{2014} a dash\n", "----\n\nText.\n", "# A\r\rText\r", "title pages are long\n---\n", "\n", "",
    ])
    func ordinaryTextIsNoFrontMatter(_ text: String) async {
        let folder = MarkedFolder(["chapters/index.md": "# Home\n", "playbook.yml": playbook, "chapters/x.md": text])
        let found = await folder.load().diagnostics
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func aRuleAtTheTopIsToldHowToBeOne() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n", "playbook.yml": playbook, "chapters/x.md": "---\nText.\n---\nMore.\n",
        ])
        let found = await folder.load().diagnostics
        #expect(found.map(\.rule.name) == ["wrong-type"])
        #expect(found.first?.help?.contains("`***`") == true)
    }
}
