import PlaybookMarkup
import TestSupport
import Testing

private func html(_ text: String) -> String {
    String(decoding: Document(parsing: Array(text.utf8)).html(), as: UTF8.self)
}

@Suite struct DialectTests {
    @Test(
        .enabled(if: Places.exists(Places.gfmExamples), "needs the GFM vectors beside the repository"),
        arguments: [
            ("Tables (extension)", 8), ("Task list items (extension)", 2), ("Strikethrough (extension)", 2),
            ("Autolinks (extension)", 11),
        ])
    func examplesOfGFMRenderAsTheSpecificationSays(_ section: String, _ count: Int) throws {
        let examples = try SpecExample.all(of: Places.gfmExamples).filter { $0.section == section }
        #expect(examples.count == count)
        for example in examples { #expect(html(example.markdown) == example.html, "\(example)") }
    }

    @Test func aBreakOfHTMLIsALineBreak() {
        #expect(html("one<br>two<BR/>three<br />\nfour\n") == "<p>one<br />\ntwo<br />\nthree<br />\nfour</p>\n")
        #expect(html("| a |\n|---|\n| c<br>d |\n").contains("<td>c<br />\nd</td>"))
        let text = "# Home<br>page\n\n| a |\n|---|\n| c<br>d |\n\nx<br>y\n"
        let document = Document(parsing: Array(text.utf8))
        #expect(document.headings.map(\.text) == ["Home page"])
        #expect(document.plainText().text.hasSuffix("c d\n\nx\ny"))
        #expect(document.plainText().text.hasPrefix("Home page\n=========\n"))
        #expect(document.rawHTML.isEmpty)
    }

    @Test(arguments: [
        ("<!-- a --> <!-- b -->", 0), ("<!-- a --> <!-- b\nc -->", 1), ("<!-- a --> b", 1), ("<!-- a", 1),
        ("<div>\n\nb\n\n</div>", 1),
        ("a <b>c</b>", 1),
        ("a <b>c</b> <i>d</i>", 2), ("</div>\nlost", 1), ("<br>\n<br />", 0), ("<br>\nlost", 1), ("`<b>` \\<b>", 0),
        ("<?php x ?>", 1), ("<https://a.example>", 0),
    ])
    func rawHTMLThatSaysSomethingIsFound(_ text: String, _ count: Int) {
        #expect(Document(parsing: Array(text.utf8)).rawHTML.count == count)
    }

    @Test func cellsHoldInlinesOfTheirOwn() {
        let text = """
            before

            > | *a | `b\\|c` | [d](e) |
            > |:--|---|-:|
            > | f* | [ref] | # g
            > | \\| | ![h](i.png) | **j** k | too many |

            [ref]: /there "title"
            """
        #expect(
            html(text) == """
                <p>before</p>
                <blockquote>
                <table>
                <thead>
                <tr>
                <th align="left">*a</th>
                <th><code>b|c</code></th>
                <th align="right"><a href="e">d</a></th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td align="left">f*</td>
                <td><a href="/there" title="title">ref</a></td>
                <td align="right"># g</td>
                </tr>
                <tr>
                <td align="left">|</td>
                <td><img src="i.png" alt="h" /></td>
                <td align="right"><strong>j</strong> k</td>
                </tr>
                </tbody>
                </table>
                </blockquote>

                """)
    }

    @Test func linksInCellsAreWhereTheyStand() {
        let text =
            "- x\n\n  text *above*\n  | a \\| | [one](1) |\n  |---|---|\n  |ü| two [three](3 \"t\") and ![f](4)|\n"
        let bytes = Array(text.utf8)
        let document = Document(parsing: bytes)
        let found = document.links.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        #expect(found == ["[one](1)", "[three](3 \"t\")", "![f](4)"])
        #expect(html(text).contains("<p>text <em>above</em></p>\n<table>"))
    }

    @Test func whatIsNoTableStaysText() {
        for text in ["a | b\n- | c\n", "| a |\n", "| a | b |\n| - |\n", "    | a |\n    | - |\n", "| a |\n| x |\n"] {
            #expect(!html(text).contains("<table>"), "\(text)")
        }
    }

    @Test func strikethroughWrapsOtherInlines() {
        #expect(html("~~a *b* [c](d)~~ e") == "<p><del>a <em>b</em> <a href=\"d\">c</a></del> e</p>\n")
        #expect(html("a ~b~ ~~ c ~~ d~~~e~~~ ~~f") == "<p>a <del>b</del> ~~ c ~~ d~~~e~~~ ~~f</p>\n")
        #expect(html("\\~~a~~ `~~b~~`") == "<p>~~a~~ <code>~~b~~</code></p>\n")
        #expect(html("*a ~~b* c~~") == "<p><em>a ~~b</em> c~~</p>\n")
    }

    /// The result of cmark-gfm for the same texts.
    @Test(arguments: [
        ("~2000 (~1.5 months), ~1.4/~1.5 and ~5–~10 min", "~2000 (~1.5 months), ~1.4/~1.5 and ~5–~10 min"),
        ("a~(b)~ c", "a~(b)~ c"), ("(~b~)c", "(<del>b</del>)c"), ("a~b~c", "a<del>b</del>c"),
        ("\u{A0}~b~\u{A0}c", "\u{A0}<del>b</del>\u{A0}c"), ("~a ~~b~ c~~", "~a ~~b~ c~~"),
        ("~~a ~b~~ c~", "~~a ~b~~ c~"), ("“~b~”", "“<del>b</del>”"), ("é~“b”~é", "é~“b”~é"),
    ])
    func tildesOpenAndCloseAsInGFM(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test func manyTildesAreRead() {
        let text = String(repeating: "a~ b~~c ~d ", count: 20_000)
        #expect(html(text).utf8.count > text.utf8.count)
    }

    @Test(arguments: [
        ("“https://o.example/e” now", "https://o.example/e"), ("https://o.example/x\u{A0}now", "https://o.example/x"),
        ("https://o.example/x\u{3000}now", "https://o.example/x"), ("https://o.example/x。次", "https://o.example/x"),
        ("https://o.example、x", "https://o.example"), ("www.o.example。", "http://www.o.example"),
        ("„https://o.example/x“", "https://o.example/x"), ("»https://o.example/x«", "https://o.example/x"),
        ("https://o.example/x…", "https://o.example/x"), ("https://o.example/x—", "https://o.example/x"),
        ("（https://o.example/x）", "https://o.example/x"), ("https://o.example/x; then", "https://o.example/x"),
        ("&lt;https://o.example/x&gt;", "https://o.example/x"),
        ("https://o.example/größe", "https://o.example/gr%C3%B6%C3%9Fe"),
        ("https://münchen.example/", "https://m%C3%BCnchen.example/"), ("kim@o.example。", "mailto:kim@o.example"),
        ("kim@xn--mnchen-3ya.xn--p1ai.", "mailto:kim@xn--mnchen-3ya.xn--p1ai"),
    ])
    func addressesEndWhereReadersSeeTheirEnd(_ text: String, _ address: String) {
        #expect(html(text).contains("<a href=\"\(address)\">"), "\(html(text))")
    }

    @Test func anAddressEndsAtABracketThatItDidNotOpen() {
        #expect(
            html("https://o.example/x](y)").hasPrefix("<p><a href=\"https://o.example/x\">https://o.example/x</a>](y)"))
        #expect(html("https://o.example/[x]z").contains("https://o.example/[x]z</a>"))
    }

    @Test(arguments: [
        "xmpp:kim@o.example", "gateway@4.3.1.", "admin@10.0.0.1", "pkg@v2.1", "x@1.2.3-rc1", "pkg@2.0.0-beta",
    ])
    func whatIsNoMailAddressStaysText(_ text: String) { #expect(html(text) == "<p>\(text)</p>\n") }

    @Test func escapedBracketsAreNoTask() {
        #expect(
            html("- \\[ ] a\n- \\[x\\] b\n- [x\\] c\n")
                == "<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n<li>[x] c</li>\n</ul>\n")
        #expect(html("- [ ]\tx\n").contains("type=\"checkbox\"> x"))
    }

    @Test func alertsLoseTheirMarker() {
        #expect(
            html("> [!WARNING]\n> Mind *this*.\n>\n> More.\n")
                == "<div class=\"alert alert-warning\">\n<p class=\"alert-title\">Warning</p>\n<p>Mind <em>this</em>.</p>\n<p>More.</p>\n</div>\n"
        )
        #expect(
            html("> [!note]\n\n") == "<div class=\"alert alert-note\">\n<p class=\"alert-title\">Note</p>\n</div>\n")
        #expect(html("> [!NOTE] same line\n").hasPrefix("<blockquote>"))
        #expect(html("> [!OTHER]\n> x\n").hasPrefix("<blockquote>"))
    }

    @Test func tablesAreReadAsText() {
        let table = "| Name | h |\n|---|--:|\n| 中文 | 1 |\n| [a](b) | 22 |\n"
        #expect(
            Document(parsing: Array(table.utf8)).plainText().text == "Name   h\n-----  --\n中文   1\na [1]  22")
        let wide = "| Name | Use |\n|---|---|\n| gateway | keeps seven days of data |\n| meter | energy |\n"
        #expect(
            Document(parsing: Array(wide.utf8)).plainText(width: 24).text
                == "Name: gateway\nUse: keeps seven days of\ndata\n\nName: meter\nUse: energy")
    }
}
