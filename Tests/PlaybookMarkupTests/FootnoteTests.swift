import PlaybookMarkup
import Testing

private func parse(_ text: String) -> Document { Document(parsing: Array(text.utf8)) }

private func html(_ text: String, linked: Bool = true) -> String {
    var options = HTMLOptions()
    options.isMail = !linked
    return String(decoding: parse(text).html(options), as: UTF8.self)
}

@Suite struct FootnoteTests {
    /// Text before a reference is read as if the reference were a word.
    @Test func aReferenceOpensNoListAndStopsNoEmphasis() {
        let reference = ##"<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>"##
        for (text, expected) in [
            ("*[^1] a", "*\(reference) a"), ("1.[^1] a", "1.\(reference) a"), ("-[^1] a", "-\(reference) a"),
            ("**[^1]** a", "<strong>\(reference)</strong> a"), ("_[^1]a_ b", "<em>\(reference)a</em> b"),
            ("_a_[^1] b", "<em>a</em>\(reference) b"), ("*a[^1]* b", "<em>a\(reference)</em> b"),
        ] {
            #expect(html(text + "\n\n[^1]: Note.\n").hasPrefix("<p>\(expected)</p>"), "\(text)")
        }
        #expect(html("- [^1] a\n\n[^1]: Note.\n").hasPrefix("<ul>\n<li>\(reference) a</li>"))
        #expect(html("*[^9]: text\n") == "<p>*[^9]: text</p>\n")
    }

    @Test func footnotesAreNumberedByFirstUseAndLinkedBack() {
        let text = """
            One[^b], two[^a], one again[^B].

            [^a]: The *second*.
            [^b]: The first,
                over two lines.

                With a block:

                - item [^a]
                - [x] done

                    code

            After.

            """
        #expect(
            html(text) == """
                <p>One<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>, two<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup>, one again<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2">1</a></sup>.</p>
                <p>After.</p>
                <section class="footnotes">
                <ol>
                <li id="fn-1">
                <p>The first,
                over two lines.</p>
                <p>With a block:</p>
                <ul>
                <li>
                <p>item <sup class="footnote-ref"><a href="#fn-2" id="fnref-2-2">2</a></sup></p>
                </li>
                <li><input checked="" disabled="" type="checkbox">\u{20}
                <p>done</p>
                <p>code</p>
                </li>
                </ul>
                <a href="#fnref-1" class="footnote-backref" aria-label="Back to reference 1">↩</a> <a href="#fnref-1-2" class="footnote-backref" aria-label="Back to reference 1-2">↩<sup>2</sup></a>
                </li>
                <li id="fn-2">
                <p>The <em>second</em>. <a href="#fnref-2" class="footnote-backref" aria-label="Back to reference 2">↩</a> <a href="#fnref-2-2" class="footnote-backref" aria-label="Back to reference 2-2">↩<sup>2</sup></a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func markupAroundAReferenceHolds() {
        #expect(
            html("*a[^1]* _b_[^1] **c[^1]** `[^1]` \\[^1] [x](y)[^1]\n\n[^1]: N\n", linked: false)
                == "<p><em>a<sup>1</sup></em> <em>b</em><sup>1</sup> <strong>c<sup>1</sup></strong> <code>[^1]</code> [^1] <a href=\"y\">x</a><sup>1</sup></p>\n<ol>\n<li>\n<p>N</p>\n</li>\n</ol>\n"
        )
    }

    @Test func definitionsInterruptParagraphsAndListsAndShareLinksOfTheFile() {
        let text = "- item[^n]\n[^n]: see [there]\n\n```\n[^n]: code\n```\n\n[there]: /x_y_z\n"
        #expect(
            html(text, linked: false)
                == "<ul>\n<li>item<sup>1</sup></li>\n</ul>\n<pre><code>[^n]: code\n</code></pre>\n<ol>\n<li>\n<p>see <a href=\"/x_y_z\">there</a></p>\n</li>\n</ol>\n"
        )
    }

    /// Bytes are hidden behind control characters, which a text may contain itself.
    @Test func controlCharactersStayWhatTheyAre() {
        let text = "a&#1;b&#x0c;c&#X2;\u{3}[^1] https://a.example/_b_\n\n[^1]: N\n"
        let expected = "a\u{1}b\u{c}c\u{2}\u{3}<sup>1</sup> <a href=\"https://a.example/_b\">https://a.example/_b</a>_"
        #expect(html(text, linked: false).hasPrefix("<p>\(expected)</p>"))
    }

    @Test func tablesHaveFootnotesAndFootnotesHaveTables() {
        let text =
            "| a[^t] |\n|---|\n| b |\n\n[^t]: Table:\n\n    | c | d |\n    |---|---|\n    | e | f[^u] |\n\n[^u]: inner\n"
        let out = html(text, linked: false)
        #expect(out.contains("<th>a<sup>1</sup></th>"))
        #expect(out.contains("<p>Table:</p>\n<table>\n<thead>"))
        #expect(out.contains("<td>f<sup>2</sup></td>"))
    }

    @Test func mistakesAreFoundWhereTheyStand() {
        let text = "See[^gone] and[^x].\n\n[^x]: one\n\n[^x]: two\n\n[^never]: three\n"
        let bytes = Array(text.utf8)
        let problems = Document(parsing: bytes).problems
        let found = Set(problems.map { String(decoding: bytes[$0.source], as: UTF8.self) })
        #expect(found == ["[^gone]", "[^x]:", "[^never]:"])
        #expect(problems.count == 3)
        #expect(html(text, linked: false).contains("<p>See[^gone] and<sup>1</sup>.</p>"))
    }

    /// A footnote that only an internal block refers to, or that is inside one, is internal too.
    @Test(arguments: [
        "For all.\n\n> [!INTERNAL]\n> Us[^s].\n\n[^s]: SECRET\n",
        "For all[^s].\n\n> [!INTERNAL]\n> Us.\n>\n> [^s]: SECRET\n",
        "For all[^s].\n\n> [!INTERNAL] Us\n[^s]: SECRET\n",
        "For all[^a].\n\n[^a]: fine\n\n    > [!INTERNAL]\n    > SECRET[^b]\n\n[^b]: SECRET\n",
    ])
    func footnotesOfInternalBlocksAreCutWithThem(_ text: String) {
        let safe = CustomerDocument(cuttingInternalBlocksFrom: parse(text)).document
        #expect(!String(decoding: safe.html(), as: UTF8.self).contains("SECRET"))
        #expect(!safe.plainText().text.contains("SECRET"))
        #expect(!safe.allTexts.contains("SECRET"))
    }

    @Test func textHasRaisedNumbers() {
        #expect(parse("Claim[^1].\n\n[^1]: Why\n").plainText().text == "Claim¹.\n\n¹ Why")
    }

    @Test func linksInFootnotesAreWhereTheyStand() {
        let text = "> q\n\na[^1]\n[^1]: x [one](1)\n    and [two](2)\n\n    - ü [three](3)\n\n      [four](4)\n"
        let bytes = Array(text.utf8)
        let found = Document(parsing: bytes).links.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        #expect(found == ["[one](1)", "[two](2)", "[three](3)", "[four](4)"])
    }
}

@Suite struct MailTests {
    @Test func alertsAndTasksNeedNoClassesOrForms() {
        #expect(
            html("> [!TIP]\n> Do it.\n\n- [x] a\n- [ ] b\n", linked: false)
                == "<blockquote><p><strong>Tip</strong></p>\n<p>Do it.</p>\n</blockquote>\n<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"
        )
    }
}

@Suite struct ImageWidthTests {
    @Test func anImageNamesItsWidth() {
        #expect(
            html("![a](b.png){width=300} ![c](d.png) {width=9}")
                == "<p><img src=\"b.png\" alt=\"a\" width=\"300\" /> <img src=\"d.png\" alt=\"c\" /> {width=9}</p>\n")
        var options = HTMLOptions()
        options.imageWidth = 568
        #expect(String(decoding: parse("![c](d.png)").html(options), as: UTF8.self).contains(" width=\"568\""))
    }
}

@Suite struct OwnIDTests {
    @Test func headingsNameTheirIDs() {
        let document = parse("# One {#two}\n\n## Two\n\nThree {#x_y}\n---\n\n# {#four}\n\n# Two {#two}\n\n# `a` {b}\n")
        #expect(document.headings.map(\.id) == ["two", "two-2", "x_y", "four", "two-1", "a-b"])
        #expect(document.headings.map(\.text) == ["One", "Two", "Three", "", "Two", "a {b}"])
        #expect(document.problems.count == 1)
    }
}

@Suite struct AutolinkTests {
    @Test(arguments: [
        (
            "<https://a.example/x_y_z> <mm:a_b_c>",
            "<a href=\"https://a.example/x_y_z\">https://a.example/x_y_z</a> <a href=\"mm:a_b_c\">mm:a_b_c</a>"
        ),
        (
            "[a](b \"see https://a.example/_c_\")",
            "<a href=\"b\" title=\"see https://a.example/_c_\">a</a>"
        ),
        (
            "see https://a.example/x_y_/__z__/. And",
            "see <a href=\"https://a.example/x_y_/__z__/\">https://a.example/x_y_/__z__/</a>. And"
        ),
        ("**https://a.example/b**", "<strong><a href=\"https://a.example/b\">https://a.example/b</a></strong>"),
        ("https\\://a.example and a\\@b.example", "https://a.example and a@b.example"),
        ("[https://a.example](b) `www.a.example`", "<a href=\"b\">https://a.example</a> <code>www.a.example</code>"),
        ("~~https://a.example/~b~~", "<del><a href=\"https://a.example/~b\">https://a.example/~b</a></del>"),
        (
            "xwww.a.example http:// www. a@b (\"http://localhost:80/?q=(1)\")",
            "xwww.a.example http:// www. a@b (&quot;<a href=\"http://localhost:80/?q=(1)\">http://localhost:80/?q=(1)</a>&quot;)"
        ),
        ("[x](http://a.example)*c* and *d*", "<a href=\"http://a.example\">x</a><em>c</em> and <em>d</em>"),
    ])
    func bareAddressesAreLinks(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test func bareAddressesAreWhereTheyStand() {
        let text = "> &amp; \\* https://ü.example/a, x@y.example\n  > www.z.example\n"
        let bytes = Array(text.utf8)
        let found = Document(parsing: bytes).links.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        #expect(found == ["https://ü.example/a", "x@y.example", "www.z.example"])
    }
}
