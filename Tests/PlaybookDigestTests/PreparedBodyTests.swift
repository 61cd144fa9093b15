import PlaybookCore
import PlaybookMarkup
import Testing

@testable import PlaybookDigest

/// Preparing a body once and then filling it gives the same result as filling it first and then rendering it.
@Suite struct PreparedBodyTests {
    private static let bodies = [
        "Plain words, and no field.\n",
        "At {{account.name}} this matters.\n\nMore of it [here](https://a.example/x), and [there](https://b.example).\n",
        "See [a](https://a.example) at {{account.name}}, then [b](https://b.example).\n",
        "**For {{account.name}}**, *by {{contact.name}}*: `{{account.name}}` stays\nover two lines.\n\n- one\n- two\n",
        "- {{account.name}}\n- [x](https://x.example/{{account.name}}?a=1&b={{contact.name}})\n",
        "# {{account.name}}\n\nText.\n\n## Next {{contact.name}}\n\nMore.\n",
        "> {{account.name}} says\n\nText.\n", "> [!NOTE]\n> {{account.name}} says\n",
        "> [!{{account.name}}]\n> A secret.\n\nText for {{contact.name}}.\n",
        "| a | {{account.name}} |\n|---|---|\n| b | {{contact.name}} |\n",
        "![{{account.name}}](https://a.example/{{account.name}}.png)\n\n1. {{contact.name}}\n2. x\n",
        "{{account.name}}\\\n{{contact.name}}\n", "https://a.example/{{account.name}} and {{account.name}}\n",
        "A note[^1] for {{account.name}}.\n\n[^1]: Of {{contact.name}}.\n\n    {{account.name}}\n",
        (1...12).map { "[l\($0)](https://l\($0).example)" }.joined(separator: " ") + "\n\n{{account.name}}\n",
        "a  b   {{account.name}}    c\n\n\n\n" + String(repeating: "{{contact.name}} and word ", count: 30) + "\n",
    ]
    private static let names = [
        "Northwind", "Müller & Söhne <b>\"x\"</b>", "INTERNAL", "[!INTERNAL]", "漢字 工場", "%01 0 %02",
        "a\u{301}b \u{200B}c",
        String(repeating: "long ", count: 30) + "name", "{{contact.name}}", "x*y*_z_ [a](b)", "{",
    ]

    @Test(arguments: bodies)
    func filledIsRendered(_ markdown: String) {
        let document = Document(parsing: Array(markdown.utf8))
        let customers = CustomerDocument(cuttingInternalBlocksFrom: document)
        let attributes = ["p": "style=\"margin:0\"", "a": "style=\"color:#000000\" class=\"on-a\""]
        let titles = [Document.Alert.note: "Hinweis"]
        let used = Set(customers.document.mergeFields(in: Array(markdown.utf8)).map(\.name)).sortedByBytes()
        let prepared = PreparedBody(customers, fields: used, attributes: attributes, alertTitles: titles)
        var options = HTMLOptions()
        options.attributes = attributes
        options.headingShift = 2
        options.isMail = true
        options.alertTitles = titles
        options.imageWidth = EmailTemplates.textWidth
        for name in Self.names {
            let values = ["account.name": name, "contact.name": "Ana"].filter { used.contains($0.key) }
            let filled = CustomerDocument(cuttingInternalBlocksFrom: customers.document.filling(values)).document
            for firstNote in [1, 2, 8, 9, 10, 11, 15, 95, 99, 100] {
                let body = prepared.filled(values, firstNote: firstNote)
                let plain = filled.plainText(width: 72, firstNote: firstNote, alertTitles: titles)
                let notes = plain.notes.enumerated().map { "[\($0.offset + firstNote)] \($0.element)" }
                let text = plain.text + (notes.isEmpty ? "" : "\n\n" + notes.joined(separator: "\n"))
                #expect(Self.onOneLine(body.html) == Self.onOneLine(filled.html(options)))
                #expect(String(decoding: body.text, as: UTF8.self) == text, "\(name), \(firstNote)")
                #expect(body.noteCount == plain.notes.count)
            }
        }
    }

    /// Only the places of line breaks depend on the value.
    private static func onOneLine(_ html: [UInt8]) -> String {
        String(decoding: html.map { $0 == .lineFeed ? .space : $0 }, as: UTF8.self)
    }
}
