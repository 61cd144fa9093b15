import PlaybookMarkup
import Testing

private func parse(_ text: String) -> Document { Document(parsing: Array(text.utf8)) }

private func html(_ document: Document) -> String { String(decoding: document.html(), as: UTF8.self) }

@Suite struct InternalBlockTests {
    @Test func whatIsForColleaguesIsCutWhereverItStands() {
        let text = """
            For all.

            > [!INTERNAL]
            > secret one

            - item

              > [!internal] secret two
              >
              > > secret three

            > quoted

            Last.
            """
        let safe = CustomerDocument(cuttingInternalBlocksFrom: parse(text)).document
        #expect(!html(safe).contains("secret") && !safe.plainText().text.contains("secret"))
        #expect(html(safe) == html(parse("For all.\n\n- item\n\n  <!-- -->\n\n> quoted\n\nLast.\n")))
    }

    /// Readers see the marker at the start of each of these texts, but a parser that looks only at texts does not.
    @Test(arguments: [
        "> [!INTERNAL][x] SECRET\n\n[x]: https://e.example\n", "> [!INTERNAL][x]\n> SECRET\n\n[x]: https://e.example\n",
        "> [!INTERNAL][] SECRET\n\n[!INTERNAL]: https://e.example\n", "> [!INTERNAL](https://e.example) SECRET\n",
        "> [!INTERNAL]\n> SECRET\n\n[!internal]: https://e.example\n", "> [!INTERNAL ] SECRET\n",
        "> [! INTERNAL] SECRET\n",
        "> # [!INTERNAL]\n> SECRET\n", "> - [!INTERNAL] SECRET\n", "> ```\n> [!INTERNAL]\n> ```\n> SECRET\n",
        "> ![INTERNAL](x.png) SECRET\n", ">[!INTERNAL]SECRET\n", "> **[!Internal]** SECRET\n",
        "> \\[!INTERNAL\\] SECRET\n",
        "> | [!INTERNAL] |\n> |---|\n> | SECRET |\n", "> ~~[!INTERNAL]~~ SECRET\n",
    ])
    func noMarkupAroundTheMarkerLetsItOut(_ text: String) {
        let safe = CustomerDocument(cuttingInternalBlocksFrom: parse(text)).document
        #expect(!safe.allTexts.contains("SECRET"))
        #expect(!html(safe).contains("SECRET"))
    }

    @Test func aQuotationThatOnlySpeaksOfItStays() {
        let text = "> We write [!INTERNAL] in quotes.\n"
        #expect(html(CustomerDocument(cuttingInternalBlocksFrom: parse(text)).document) == html(parse(text)))
    }
}

@Suite struct MergeFieldTests {
    @Test func fieldsAreFoundWhereTheyStand() {
        let text =
            "# For {{account.name}}\n\n> a *{{ kpi.oee.latest }}* and\n  > [{{contact.name}}](https://a.example/{{account.name}}?x={{b_c}})\n"
        let bytes = Array(text.utf8)
        let fields = Document(parsing: bytes).mergeFields(in: bytes)
        #expect(fields.map(\.name) == ["account.name", "kpi.oee.latest", "account.name", "b_c", "contact.name"])
        for field in fields {
            let written = String(decoding: bytes[field.source], as: UTF8.self)
            #expect(written.hasPrefix("{{") && written.hasSuffix("}}") && written.contains(field.name))
        }
        #expect(Set(fields.map(\.source)).count == 5)
    }

    @Test func aValueNeverBecomesMarkup() {
        let document = parse("Hello *{{name}}*, [see](https://a.example/?q={{name}}) `{{name}}`\n")
        let filled = document.filling(["name": "<b>*x*</b> & [y](z)"])
        #expect(
            html(filled)
                == "<p>Hello <em>&lt;b&gt;*x*&lt;/b&gt; &amp; [y](z)</em>, "
                + "<a href=\"https://a.example/?q=%3Cb%3E%2Ax%2A%3C%2Fb%3E%20%26%20%5By%5D%28z%29\">see</a> "
                + "<code>{{name}}</code></p>\n")
    }

    @Test func aFieldWithoutAValueStaysToBeSeen() {
        #expect(html(parse("{{a}} {{b}}").filling(["b": "1"])) == "<p>{{a}} 1</p>\n")
    }
}

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("![Rhythm](https://a.example/p.png)", "Rhythm", []),
        ("[![Rhythm](https://a.example/p.png)](https://a.example/x)", "Rhythm [1]", ["https://a.example/x"]),
        ("![](https://a.example/p.png) text", "text", []),
    ])
    func aPictureIsItsTextAlone(_ markdown: String, _ text: String, _ notes: [String]) {
        let plain = Document(parsing: Array(markdown.utf8)).plainText()
        #expect(plain.text == text && plain.notes == notes)
    }

    @Test func textIsMadeForReading() {
        let text = """
            ## Head

            A paragraph that is long enough to be wrapped, with a [link](https://a.example/one) and
            a *second* [one](https://a.example/two), and the first [again](https://a.example/one).

            1. first item that is long enough to go over to a second line of its own
            2. second
               - inner

            > quoted
            >
            > twice

                code  stays

            <https://a.example/bare>
            """
        let plain = parse(text).plainText(width: 40, firstNote: 3)
        #expect(
            plain.text == """
                Head
                ----

                A paragraph that is long enough to be
                wrapped, with a link [3] and a second
                one [4], and the first again [3].

                1. first item that is long enough to go
                   over to a second line of its own
                2. second
                   - inner

                > quoted
                >
                > twice

                    code  stays

                https://a.example/bare
                """)
        #expect(plain.notes == ["https://a.example/one", "https://a.example/two"])
    }
}

@Suite struct HostileInputTests {
    /// Markers that are nested deeper than anybody intends are text, and the text is kept.
    @Test(arguments: ["> ", "+ ", "1. ", "* ", "7) "])
    func whatIsNestedTooDeepIsText(_ marker: String) {
        let text = String(repeating: marker, count: 150) + "word\n\n\nafter\n"
        let document = parse(text)
        var depths = Array(repeating: 0, count: document.nodes.count)
        for index in document.nodes.indices.dropFirst() {
            depths[index] = depths[Int(document.nodes[index].parent)] + 1
        }
        #expect((100...210).contains(depths.max() ?? 0))
        #expect(document.allTexts.contains(String(repeating: marker, count: 50) + "word"))
    }

    @Test func aLongRuleStaysOne() {
        #expect(html(parse(String(repeating: "- ", count: 150) + "\n")) == "<hr />\n")
    }

    /// Nesting this deep would overflow the stack of anything that recurses.
    @Test(arguments: [
        String(repeating: "> ", count: 50_000) + "x", String(repeating: "*", count: 50_000) + "x",
        String(repeating: "[", count: 50_000) + "x",
        String(repeating: "![", count: 20_000) + "x" + String(repeating: "](y)", count: 20_000),
        String(repeating: "*a _b ", count: 20_000) + String(repeating: "_ *", count: 20_000),
        "\u{0}\u{0}[\u{0}](\u{0})",
        String(repeating: "`", count: 30_000) + "x", String(repeating: "- ", count: 10_000) + "x",
        String(repeating: "<a b='", count: 10_000), "&" + String(repeating: "a", count: 100_000) + ";",
    ])
    func nothingBreaksTheParserOrTheRenderers(_ text: String) {
        let document = parse(text)
        #expect(!document.html().isEmpty)
        _ = document.plainText()
        _ = document.headings
        _ = CustomerDocument(cuttingInternalBlocksFrom: document)
        _ = document.mergeFields(in: Array(text.utf8))
    }
}

@Suite struct PageRenderingTests {
    private func html(_ text: String, _ set: (inout HTMLOptions) -> Void) -> String {
        var options = HTMLOptions()
        set(&options)
        return String(decoding: parse(text).html(options), as: UTF8.self)
    }

    @Test(arguments: [
        (
            "yaml title=\"a<b.yml\" {1,3-4}",
            "<figure class=\"code\"><figcaption>a&lt;b.yml</figcaption><pre><code class=\"language-yaml\"><mark>a</mark>\nb\n<mark>&lt;c</mark>\n<mark></mark>\n</code></pre></figure>\n"
        ),
        ("yaml {9-2} title=x", "<pre><code class=\"language-yaml\">a\nb\n&lt;c\n\n</code></pre>\n"),
        ("", "<pre><code>a\nb\n&lt;c\n\n</code></pre>\n"),
    ])
    func titlesAndLinesOfCode(_ info: String, _ expected: String) {
        let text = "```\(info)\na\nb\n<c\n\n```\n"
        #expect(html(text) { $0.readsCodeInfo = true } == expected)
        #expect(!html(text) { _ in }.contains("mark"))
    }

    @Test(arguments: [
        "> [!INTERNAL]\n> Ask *Tom*.\n", "> [!internal]\n>\n> Ask *Tom*.\n",
    ])
    func blocksForColleaguesSayThatTheyAre(_ text: String) {
        #expect(
            html(text) { $0.showsInternalBlocks = true }
                == "<div class=\"alert alert-internal\">\n<p class=\"alert-title\">For colleagues only</p>\n<p>Ask <em>Tom</em>.</p>\n</div>\n"
        )
        // A marker written in another way is kept, so that no word is lost.
        let other = html("> **[!INTERNAL]** Ask Tom.\n") { $0.showsInternalBlocks = true }
        #expect(other.contains("alert-internal") && other.contains("[!INTERNAL]"))
    }

    @Test func idsCanBeToldApart() {
        let prepared = parse("a[^1] b[^1]\n\n[^1]: note\n").preparedHTML(HTMLOptions(), links: [])
        let html = String(decoding: prepared.filled(idPrefix: "p2-") { _ in nil }, as: UTF8.self)
        let ids = html.matches(of: /(?:id="|href="#)([^"]+)"/).map(\.output.1)
        #expect(ids.count == 7 && ids.allSatisfy { $0.hasPrefix("p2-fn") })
    }

    @Test func htmlIsPreparedForSeveralPages() {
        let document = parse("# One\n\n###### Six\n\n[a](b.md \"t\") ![c](d.png) [e](f.md) <https://g.example>\n")
        var options = HTMLOptions()
        for heading in document.headings { options.headingIDs[heading.node] = heading.id }
        let links = document.links.map(\.node)
        let prepared = document.preparedHTML(options, links: [links[0], links[1], links[2]])
        #expect(prepared.filled { _ in nil } == document.html(options))
        let filled = prepared.filled(idPrefix: "p-", headingShift: 1) { ["../b&/", "", nil][$0] }
        #expect(
            String(decoding: filled, as: UTF8.self) == """
                <h2 id="p-one">One</h2>
                <h6 id="p-six">Six</h6>
                <p><a href="../b&amp;/" title="t">a</a> <img src="" alt="c" /> <a href="f.md">e</a> <a href="https://g.example">https://g.example</a></p>

                """)
    }
    @Test func textIsReadFromPreparedHTML() throws {
        let long = String(repeating: "long & \"wide\" <words> ", count: 200)
        let document = parse(
            """
            First *a*&lt;b
            c ![d `e`](f.png)

            # One

            - g
            - > ## h

            | i | |
            |---|---|
            | j | `k` |

            ## Two

            \(long)[^1]

            ```swift title="x" {2}
            l & m
            n
            ```

            [^1]: o
            """)
        let parts = document.headings.filter { $0.text == "Two" }.map(\.node)
        var options = HTMLOptions()
        options.readsCodeInfo = true
        let prepared = document.preparedHTML(options, links: [], parts: parts)
        // The same text as from the tree, except for the headings at the top.
        var (texts, text) = ([[UInt8]](), [UInt8]())
        for child in document.children(of: 0) {
            guard case .heading = document.nodes[Int(child)].kind else {
                document.appendWords(of: child, without: [], to: &text)
                continue
            }
            guard parts.contains(child) else { continue }
            texts.append(text)
            text = []
        }
        #expect(
            prepared.texts.map { String(decoding: $0, as: UTF8.self) }
                == (texts + [text]).map { String(decoding: $0, as: UTF8.self) })
    }
}
