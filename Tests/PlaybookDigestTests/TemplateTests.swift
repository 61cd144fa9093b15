import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("Mail styles and templates")
struct TemplateTests {
    @Test(arguments: [
        ("<p class=\"small\">", "<p style=\"margin:0;color:#111111\">"),
        ("<p class=\"small on-muted\">", "<p style=\"margin:0;color:#111111\" class=\"on-muted\">"),
        ("<p class=\"on-a on-b\">", "<p class=\"on-a on-b\">"),
        ("<p class=\"small big\">", "<p style=\"margin:0;color:#222222;font-family:'Segoe UI', Arial\">"),
        ("<p class=\"big small\">", "<p style=\"font-family:'Segoe UI', Arial;margin:0;color:#111111\">"),
        ("<td\n  class=\"small\" width=\"1\">x</td>", "<td\n  style=\"margin:0;color:#111111\" width=\"1\">x</td>"),
        (
            "<p title=\"class=&quot;no\" class=\"small\">",
            "<p title=\"class=&quot;no\" style=\"margin:0;color:#111111\">"
        ),
        ("text with class=\"small\" in it", "text with class=\"small\" in it"),
        ("<p data-class=\"none\">", "<p data-class=\"none\">"),
        ("{{#a}}<p class=\"small\">{{b}}</p>{{/a}}", "{{#a}}<p style=\"margin:0;color:#111111\">{{b}}</p>{{/a}}"),
    ])
    func inlining(_ template: String, _ expected: String) {
        let css =
            ".small { margin: 0; color: #111111 }\n/* a { } */ .big{color:#222222;font-family: \"Segoe UI\", Arial;}"
        let (sheet, problems) = StyleSheet.parse(file("styles.css", css))
        #expect(problems == [])
        let (result, diagnostics) = sheet.inlined(into: file("t", template))
        #expect(diagnostics == [])
        #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
    }

    @Test func elementsOfBodies() {
        let (sheet, _) = StyleSheet.parse(file("styles.css", "p { margin: 0; }\n.p { color: #000000; }"))
        #expect(sheet.bodyAttributes(["on-p"]) == ["p": "style=\"margin:0\" class=\"on-p\""])
        #expect(sheet.bodyAttributes([]) == ["p": "style=\"margin:0\""])
    }

    /// Pages have classes in place of styles, so their style block selects elements by class.
    @Test func stylesOfPages() {
        let (sheet, _) = StyleSheet.parse(file("styles.css", ".a { color: #111111; }\n.b { color: #222222; }"))
        let html = "<style>\n[style*=\"111111\"],i{color:#FFFFFF}\n</style><p class=\"a\"><p class=\"b\">"
        let styles = PageStyles([file("message.html.mustache", html)], sheet, bodyAttributes: [:])
        let css = String(decoding: styles.sheet, as: UTF8.self)
        #expect(css == ".s1 { color:#111111 }\n.s2 { color:#222222 }\n\n:is(.s1),i{color:#FFFFFF}\n\n")
    }

    /// The mistake, with its line and column.
    @Test(arguments: [
        ("p { margin: 0;", "1:3 this rule has no closing brace"),
        ("p { margin: 0; }\n@media x { p { color: red; } }", "2:14 a rule cannot be inside another rule"),
        ("p { margin }", "1:5 a declaration is a property, a colon and a value"),
        ("p { margin: ; }", "1:5 a declaration is a property, a colon and a value"),
        ("a:hover { color: red; }", "1:1 `a:hover` is not one element's name or one class"),
        ("\n p, a { color: red; }", "2:2 `p, a` is not one element's name or one class"),
        ("p { margin: 0; }\np { margin: 0; }", "2:1 `p` has a rule already"),
        ("p { margin: 0; } rest", "1:18 this is not a rule: a rule is a selector and declarations in braces"),
        ("p { margin: 0; }\n/* open", "2:1 this comment has no end"),
    ])
    func malformedStyles(_ css: String, _ expected: String) {
        let diagnostics = StyleSheet.parse(file("styles.css", css)).diagnostics
        #expect(diagnostics.first.map(described) == expected)
        #expect(diagnostics.allSatisfy { $0.rule == .invalidStyle })
    }

    @Test func unknownClass() {
        let error = #expect(throws: TemplateError.self) {
            try smallTemplates(html: "<p>\n<b class=\"smal on-x\"></b></p>")
        }
        #expect(error?.diagnostics.map(described) == ["2:11 `styles.css` has no rule for the class `smal`"])
        #expect(error?.diagnostics.first?.rule == .unknownClass)
        #expect(error?.diagnostics.first?.help == "did you mean `small`?")
        #expect(error?.diagnostics.first?.place.file == "email/message.html.mustache")
    }

    /// The place is in the file as it was written, not in the file with its styles.
    @Test func syntaxError() {
        let error = #expect(throws: TemplateError.self) {
            try smallTemplates(html: "<p class=\"small\">{{#items}}\n</p>{{/item}}")
        }
        #expect(error?.diagnostics.count == 1)
        #expect(error?.diagnostics.first?.place.file == "email/message.html.mustache")
        #expect(error?.diagnostics.first?.place.range?.lowerBound.line == 2)
        #expect(error?.diagnostics.first?.place.excerpt?.contains("style=") == false)
    }

    @Test func missingFiles() {
        let error = #expect(throws: TemplateError.self) {
            try EmailTemplates.compile([], in: "site-templates/email", words: WordFile.read)
        }
        #expect(
            error?.diagnostics.map(\.place.file) == [
                "site-templates/email/labels.en.yml", "site-templates/email/message.html.mustache",
                "site-templates/email/message.txt.mustache", "site-templates/email/styles.css",
            ])
        #expect(
            error?.diagnostics.map(\.rule.name) == [
                "missing-labels", "missing-template", "missing-template", "missing-styles",
            ])
    }

    private func described(_ diagnostic: Diagnostic) -> String {
        let start = diagnostic.place.range?.lowerBound
        return "\(start?.line ?? 0):\(start?.column ?? 0) \(diagnostic.message)"
    }
}
