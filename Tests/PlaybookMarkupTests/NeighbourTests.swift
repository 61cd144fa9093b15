import PlaybookMarkup
import Testing

/// Text above, below or beside a construct is not changed by it.
@Suite struct NeighbourTests {
    private func html(_ text: String) -> String {
        var options = HTMLOptions()
        options.isMail = true
        return String(decoding: Document(parsing: Array(text.utf8)).html(options), as: UTF8.self)
    }

    private let table = """
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        </table>

        """

    @Test func aTableBelowADefinitionOfALinkHasOneHeading() {
        #expect(html("[x]: /y\na | b\n--|--\n") == table)
    }

    @Test func markupThatIsNotClosedAboveATableStaysText() {
        #expect(html("*q\na | b\n--|--\n") == "<p>*q</p>\n" + table)
        #expect(html("*q\nr*\na | b\n--|--\n") == "<p><em>q\nr</em></p>\n" + table)
        #expect(html("q\n    # r\na | b\n--|--\n") == "<p>q\n# r</p>\n" + table)
    }

    @Test func markupThatIsNotClosedAboveAFootnoteStaysText() {
        #expect(html("*q[^1]\n[^1]: r*\n") == "<p>*q<sup>1</sup></p>\n<ol>\n<li>\n<p>r*</p>\n</li>\n</ol>\n")
    }

    @Test(arguments: [("---", "<hr />\n", ""), ("--", "", "\n--"), ("===", "", "\n===")])
    func aLineBelowAFootnoteMakesNoHeadingOfIt(_ line: String, _ rule: String, _ more: String) {
        let expected = "<p>q<sup>1</sup></p>\n\(rule)<ol>\n<li>\n<p>r\(more)</p>\n</li>\n</ol>\n"
        #expect(html("q[^1]\n\n[^1]: r\n\(line)\n") == expected)
    }

    @Test func aLineOfHyphensOutsideTheQuotationMakesNoTable() {
        #expect(html("> a | b\n--|--\n") == "<blockquote>\n<p>a | b\n--|--</p>\n</blockquote>\n")
        #expect(html("a | b\n    --|--\n") == "<p>a | b\n--|--</p>\n")
        #expect(html("|\n|-\n") == "<p>|\n|-</p>\n")
    }

    @Test func aReferenceToAFootnoteIsPunctuation() {
        #expect(
            html("[[^1]]: t\n\n[a]([^1]) *[^1]*b\n\n[^1]: n\n").hasPrefix(
                "<p>[<sup>1</sup>]: t</p>\n<p><a href=\"%5B%5E1%5D\">a</a> *<sup>1</sup>*b</p>\n"))
    }

    @Test func strikethroughInStrikethrough() {
        #expect(html("~:~i~,~\n") == "<p><del>:<del>i</del>,</del></p>\n")
        #expect(html("https://a.example/g~2~0\n").contains(">https://a.example/g~2~0</a>"))
    }

    @Test func onlyABreakIsABreak() {
        var options = HTMLOptions()
        options.rawHTML = true
        let html = Document(parsing: Array("a<b\tr>c<br\n/>d\n".utf8)).html(options)
        #expect(String(decoding: html, as: UTF8.self) == "<p>a<b\tr>c<br />\nd</p>\n")
    }
}
