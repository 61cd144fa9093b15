import PlaybookCore
import TestSupport
import Testing

/// Text for outputs, each in its own syntax. `ൎ` (U+0D4E) makes one Character with the sign after it, and U+0301 makes one with the sign before it.
@Suite struct EscapingTests {
    /// A sign as one Character with its neighbour, and the same with the sign escaped.
    private static func hidden(_ sign: String, _ escaped: String) -> [(text: String, expected: String)] {
        [
            (sign, escaped), ("\u{D4E}" + sign, "\u{D4E}" + escaped), (sign + "\u{301}", escaped + "\u{301}"),
            (sign + "\u{200D}", escaped + "\u{200D}"), (sign + "\u{FE0F}", escaped + "\u{FE0F}"),
        ]
    }

    @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;")])
    func html(_ sign: String, _ escaped: String) {
        for (text, expected) in Self.hidden(sign, escaped) {
            #expect(htmlEscaped(text).utf8.elementsEqual(expected.utf8))
            var bytes: [UInt8] = []
            bytes.appendEscaped(text.utf8)
            #expect(bytes == Array((sign == "'" ? text : expected).utf8))
        }
    }

    @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("\u{10}", ""), ("\u{FFFE}", "")])
    func xml(_ sign: String, _ escaped: String) {
        for (text, expected) in Self.hidden(sign, escaped) {
            #expect(xmlEscaped(text).utf8.elementsEqual(expected.utf8))
        }
    }

    @Test(arguments: [
        (",", "\\,"), (";", "\\;"), ("\\", "\\\\"), ("\n", "\\n"), ("\r\n", "\\n"), ("\r", "\\n"), ("\u{7}", ""),
        ("\u{2028}", ""),
    ])
    func calendarTexts(_ sign: String, _ escaped: String) {
        for (text, expected) in Self.hidden(sign, escaped) {
            #expect(calendarText(text).utf8.elementsEqual(expected.utf8))
        }
    }

    @Test func calendarParameters() {
        #expect(
            calendarParameter("Orbit \"\u{301};X=1\r\n\u{7}").utf8.elementsEqual("\"Orbit '\u{301};X=1  \"".utf8))
    }

    @Test(arguments: [
        ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1B}", "\\u001b"), ("\u{7F}", "\\u007f"),
        ("\u{202E}", "\\u202e"), ("\u{1FFFE}", "\\ud83f\\udffe"),
    ])
    func json(_ sign: String, _ escaped: String) {
        for (text, expected) in Self.hidden(sign, escaped) {
            #expect(quotedAsJSON(text).utf8.elementsEqual("\"\(expected)\"".utf8))
        }
    }

    @Test(arguments: [("[", "\\["), ("]", "\\]"), ("\\", "\\\\"), ("<", "\\<"), ("`", "\\`"), ("\u{7}", "")])
    func markdown(_ sign: String, _ escaped: String) {
        for (text, expected) in Self.hidden(sign, escaped) {
            #expect(markdownLine(text).utf8.elementsEqual(expected.utf8))
        }
        #expect(markdownLine("a\r\nb\nc") == "a  b c")
    }

    @Test(arguments: [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), ("\r\n", "%0D%0A"), ("\u{1B}", "\\u{1B}")])
    func workflowCommands(_ sign: String, _ escaped: String) {
        for (text, expected) in Self.hidden(sign, escaped) {
            #expect(workflowCommandMessage(text).utf8.elementsEqual(expected.utf8))
            #expect(workflowCommandProperty(text).utf8.elementsEqual(expected.utf8))
        }
        for (text, expected) in Self.hidden(":", "%3A") + Self.hidden(",", "%2C") {
            #expect(workflowCommandMessage(text).utf8.elementsEqual(text.utf8))
            #expect(workflowCommandProperty(text).utf8.elementsEqual(expected.utf8))
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\r\nb", "a\\r\\nb"), ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{9B}", "\\u{9B}"),
        ("ab\u{202E}c", "ab\\u{202E}c"), ("a\u{200B}\u{AD}", "a\\u{200B}\\u{AD}"), ("Zoë 山田", "Zoë 山田"),
        ("می\u{200C}خواهم 👩\u{200D}🔧 ⚙\u{FE0F}", "می\u{200C}خواهم 👩\u{200D}🔧 ⚙\u{FE0F}"),
    ])
    func terminals(_ text: String, _ expected: String) {
        #expect(terminalText(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("growth-5%+2.md", "growth-5%+2.md"), ("%2", "%2"), ("%g0", "%g0"), ("%41%4a%4A", "AJJ"), ("a%09b", "a\tb"),
        ("%FF", "%FF"), ("% 1", "% 1"), ("%-1", "%-1"), ("100%", "100%"), ("ൎ%2Fx", "ൎ/x"),
    ])
    func onlyTwoHexadecimalDigitsAreDecoded(_ text: String, _ expected: String) {
        #expect(percentDecoded(text).utf8.elementsEqual(expected.utf8))
    }

    @Test func eachByteIsEncodedWithTwoDigits() {
        #expect(percentEncoded("a\tb/é".utf8, keeping: isUnreservedInAddresses) == "a%09b%2F%C3%A9")
    }

    @Test func pathsAreCutAtBytes() {
        #expect("xൎ/y/\u{301}z".pathParts.map { Array($0.utf8) } == ["xൎ", "y", "\u{301}z"].map { Array($0.utf8) })
        #expect("a/xൎ/y".pathFolder == "a/xൎ" && "a/xൎ/y".pathName == "y" && "y".pathFolder.isEmpty)
        #expect("chapters/\u{301}x".removingBytes(ofPrefix: "chapters/") == "\u{301}x")
        #expect("ൎ.md".removingBytes(ofSuffix: ".md") == "ൎ" && "a.txt".removingBytes(ofSuffix: ".md") == nil)
        #expect("#\u{FE0F}-x".pieces(between: "#", maxSplits: 1, omittingEmpty: false) == ["", "\u{FE0F}-x"])
    }

    @Test(
        arguments: [
            ("\t\n", nil), ("a\rb", "\r"), ("\u{85}", "\u{85}"),
            ("x\u{10FFFF}", "\u{10FFFF}"),
            ("👩\u{200D}🔧 می\u{200C} ⚙\u{FE0F} soft\u{AD}hyphen \u{200F}", nil), ("\u{2066}", "\u{2066}"),
            ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", nil), ("a\u{E0067}", "\u{E0067}"),
            ("a\u{FEFF}", "\u{FEFF}"),
        ] as [(String, Unicode.Scalar?)])
    func whatNoTextNeeds(_ text: String, _ expected: Unicode.Scalar?) {
        #expect(firstForbiddenScalar(in: text) == expected)
    }
}

/// A finding in each format, with content that the reader of the format could take for a command.
@Suite struct PrintingTests {
    private let finding: Diagnostic = {
        let file = SourceFile(
            path: "content/a\r\n::b\u{1B}.md", name: "a", bytes: Array("x\u{202E}\u{9B}y\tz\n".utf8))
        return Diagnostic(
            Rule("a-rule", "", why: "", example: "", instead: ""), "unknown `\u{1B}[2J\r\n::error file=a::b`",
            at: file.place(1..<4),
            help: "is it `\u{7}`?", notes: [Diagnostic.Note("a\nb", at: file.place)])
    }()

    @Test func aTerminalIsShownWhatItWouldObey() {
        #expect(
            TextPrinter().text(finding) == """
                error: unknown `\\u{1B}[2J\\r\\n::error file=a::b` [a-rule]
                 --> content/a\\r\\n::b\\u{1B}.md:1:2
                  |
                1 | x\\u{202E}\\u{9B}y    z
                  |  ^^^^^^^^
                  = help: is it `\\u{7}`?
                  = note: a\\nb (content/a\\r\\n::b\\u{1B}.md)


                """)
    }

    @Test func aWorkflowIsGivenOneCommand() {
        #expect(
            GitHubPrinter().text(finding)
                == "::error file=content/a%0D%0A%3A%3Ab\\u{1B}.md,line=1,col=2,endLine=1,endColumn=2,title=a-rule::"
                + "unknown `\\u{1B}[2J%0D%0A::error file=a::b`; is it `\\u{7}`?\n")
    }

    @Test func jsonHasEscapes() throws {
        for text in [try JSONPrinter().text([finding]), try SARIFPrinter(version: "1").text([finding])] {
            #expect(text.unicodeScalars.allSatisfy { !$0.isForbiddenInText })
        }
        #expect(try SARIFPrinter(version: "1").text([finding]).contains("\"content/a%0D%0A::b%1B.md\""))
    }
}
