import PlaybookContent
import PlaybookCore
import Testing

@testable import PlaybookSite

/// The Markdown twin of a page leaves out everything that the page does not show.
@Suite struct TwinTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let twin: String
        var rawHTML = false
    }

    private static let cases = [
        Case(
            testDescription: "a comment", text: "# A\n\n<!-- ask\nfirst -->\n\ntext <!-- x -->end\n",
            twin: "# A\n\n\n\ntext end\n"),
        Case(
            testDescription: "a comment where pages show raw HTML",
            text: "<b>a</b> <!-- x -->\n\n<div><!-- y -->z</div>\n",
            twin: "<b>a</b> \n\n<div>z</div>\n", rawHTML: true),
        Case(
            testDescription: "raw HTML but line breaks",
            text: "a<br>b <span title=\"x\">c</span>\n\n<div>\nx\n</div>\n\nd\n",
            twin: "a<br>b c\n\n\n\nd\n"),
        Case(
            testDescription: "a definition that an internal block alone uses",
            text: "> [!INTERNAL]\n> [here][r]\n\ntext\n\n[r]: https://a.example/x \"y\"\n", twin: "\n\ntext\n\n\n"),
        Case(
            testDescription: "a definition behind the mark of an item",
            text: "> [!INTERNAL]\n> [here][r]\n\n1. [r]: https://a.example/x\n2. two\n", twin: "\n\n1. \n2. two\n"),
        Case(
            testDescription: "a title on more lines",
            text:
                "> [!INTERNAL]\n> [here][r]\n\n[r]: https://a.example/x\n\"one\ntwo\nthree\"\n\ntext [s]\n\n[s]: https://a.example/b 'c'\n",
            twin: "\n\n\n\ntext [s]\n\n[s]: https://a.example/b 'c'\n"),
        Case(
            testDescription: "a definition before the text of a paragraph",
            text: "> [!INTERNAL]\n> [here][r]\n\n[r]: https://a.example/x\n[s]: https://a.example/y\ntext *[on][S]*\n",
            twin: "\n\n\n[s]: https://a.example/y\ntext *[on][S]*\n"),
        Case(testDescription: "a comment by a definition", text: "text\n\n[//]: # (ask first)\n", twin: "text\n\n\n"),
        Case(
            testDescription: "a definition in a quotation",
            text: "> quoted [a][r]\n>\n> [r]: https://a.example/x\n> [q]: https://a.example/y\n",
            twin: "> quoted [a][r]\n>\n> [r]: https://a.example/x\n> \n"),
        Case(
            testDescription: "comments in front matter",
            text: "---\n# ask first\ntitle: 'A # b' # ask\ntags: [a] # c\n---\ntext\n",
            twin: "---\n\ntitle: 'A # b' \ntags: [a] \n---\ntext\n"),
        Case(
            testDescription: "what is no definition", text: "`[r]: /x`\n\n    [r]: /x\n\n[^n]: note\n\ntext[^n] [x]\n",
            twin: "`[r]: /x`\n\n    [r]: /x\n\n[^n]: note\n\ntext[^n] [x]\n"),
    ]

    @Test(arguments: cases) private func aTwinHasWhatItsPageShows(_ test: Case) async throws {
        let files = ["chapters/a.md": test.text, "playbook.yml": "site: {raw_html: \(test.rawHTML)}\n"]
        let loaded = await load(contentFolder(files)) { _ in CalendarDate(days: 0) }
        let chapter = try #require(loaded.library?.chapters.first, "\(loaded.diagnostics)")
        let twin = String(decoding: try #require(chapter.shownSource), as: UTF8.self)
        #expect(twin == test.twin)
    }

    @Test func noLineOfHTMLIsLeft() async throws {
        let text = """
            text <!-- x
            secret --> end

            > quote <!-- x
            > secret --> end

            1. <!-- a
               secret
               -->

            <div>
            <!-- secret -->
            </div>

            <?php secret
            more secret ?>

            <![CDATA[ secret
            secret ]]>

            <style>
            secret
            </style>

            <!-- secret

            secret
            """
        let file = SourceFile(path: "content/chapters/a.md", name: "chapters/a.md", bytes: Array(text.utf8))
        let loaded = await load(ContentFolder(path: "content", files: [file])) { _ in CalendarDate(days: 0) }
        let chapter = try #require(loaded.library?.chapters.first, "\(loaded.diagnostics)")
        let twin = String(decoding: try #require(chapter.shownSource), as: UTF8.self)
        #expect(!twin.contains("secret") && twin.contains("text  end") && twin.contains("quote  end"), "\(twin)")
        #expect(!twin.contains("<") && !twin.contains("-->"), "\(twin)")
    }
}
