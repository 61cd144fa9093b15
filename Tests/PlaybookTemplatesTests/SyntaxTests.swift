import PlaybookCore
import Testing

@testable import PlaybookTemplates

/// Mistakes in a template, with their places.
@Suite struct SyntaxTests {
    @Test(arguments: [
        ("a\n{{#b}}", "2:1 the section `b` has no end = write `{{/b}}` where it ends"),
        ("{{#a}}{{#b}}{{/a}}", "1:13 `a` ends here, but the open section is `b` = write `{{/b}}` first"),
        ("a{{/b}}", "1:2 no section `b` is open here = remove it"),
        ("a {{b", "1:3 a tag has no end = write `}}` after it"),
        ("{{{a}}", "1:1 a tag has no end = write `}}` after it"),
        ("{{}}", "1:3 a tag has no name = names have no blanks"),
        ("{{a b}}", "1:3 `a b` is not a name = names have no blanks"),
        ("{{= | =}}", "1:1 this tag does not set two delimiters = write two of them, such as `{{=<% %>=}}`"),
        ("{{> b}}", "1:5 there is no partial `b` = did you mean `a`?"),
        ("{{$a}}{{/a}}", "1:4 `a` is Mustache that the program's templates do not use"),
    ])
    func aMistakeIsToldWhereItIs(_ template: String, _ expected: String) {
        let file = SourceFile(path: "a.mustache", name: "a.mustache", bytes: Array(template.utf8))
        let found = Templates.compile([file], required: [:], in: ".").diagnostics.map { diagnostic in
            let start = diagnostic.place.range?.lowerBound ?? Position(line: 0, column: 0)
            return "\(start.line):\(start.column) \(diagnostic.message)" + (diagnostic.help.map { " = \($0)" } ?? "")
        }
        #expect(found == [expected])
    }

    /// In Swift, `<` and a combining mark after it are one Character; for a browser they start a tag.
    @Test func valuesAreEscapedByBytes() {
        #expect(rendered("{{a}}", "<\u{338}\"\u{301}'&") == "&lt;\u{338}&quot;\u{301}&#39;&amp;")
        #expect(rendered("{{{a}}} {{&a}}", "<b>") == "<b> <b>")
        #expect(rendered("{{a}}", "<b>", name: "a.txt") == "<b>")
    }

    @Test func aPartialThatMovesToTheRightForEverComesToAnEnd() {
        let file = SourceFile(path: "a.mustache", name: "a.mustache", bytes: Array("x\n  {{> a}}\n".utf8))
        let diagnostics = Templates.compile([file], required: ["a": One.self], in: ".").diagnostics
        #expect(diagnostics.map(\.message) == ["`a` includes itself endlessly"])
    }

    /// A known text is printed as if it were looked up, unless its name can mean something else.
    @Test(arguments: ["<&x>", "x", ""]) func knownTextsChangeNothing(_ text: String) {
        let template =
            "{{a}}|{{{a}}}|{{#a}}{{a}}{{/a}}{{^a}}none{{/a}}|{{c}}{{#ones}}{{a}}{{c}}{{/ones}}{{some.c}}{{#some}}{{c}}{{/some}}"
        let file = SourceFile(path: "a", name: "a.mustache", bytes: Array(template.utf8))
        let templates = Templates.compile([file], required: ["a": Outer.self], in: ".").templates
        let record = Outer(c: text, ones: [One(a: "1"), One(a: "2")], some: Some(c: "3"))
        let known = templates.knowing(["a": text, "c": text, "some.c": "3"])
        #expect(known.render("a", record) == templates.render("a", record))
        #expect(String(decoding: known.render("a", record), as: UTF8.self).hasSuffix("33"))
    }

    @Test(arguments: [0, 1, 1_000]) func longListsAreRenderedInPiecesInOrder(_ count: Int) async {
        let template = "{{c}}:{{#ones}}{{a}},{{c}} {{/ones}}{{#some}}{{c}}{{/some}}{{^ones}}none{{/ones}}."
        let file = SourceFile(path: "a", name: "a.mustache", bytes: Array(template.utf8))
        let templates = Templates.compile([file], required: ["a": Outer.self], in: ".").templates
        let record = Outer(c: "&", ones: (0..<count).map { One(a: "\($0)") }, some: Some(c: "end"))
        let pieces = await templates.renderOnAllCores("a", record)
        #expect(Array(pieces.joined()) == templates.render("a", record))
        #expect(pieces.count > 2 || count < 1_000)
    }

    private struct Outer: TemplateRecord {
        let c: String
        let ones: [One]
        let some: Some

        static let name = "outer"
        static let fields: [TemplateField<Outer>] = [
            .text("c", "a text", \.c), .list("ones", "some", \.ones), .record("some", "another", { $0.some }),
        ]
    }

    private struct Some: TemplateRecord {
        let c: String

        static let name = "some"
        static let fields: [TemplateField<Some>] = [.text("c", "a text", \.c)]
    }

    private struct One: TemplateRecord {
        let a: String

        static let name = "one"
        static let fields: [TemplateField<One>] = [.text("a", "a text", \.a)]
    }

    private func rendered(_ template: String, _ value: String, name: String = "a") -> String {
        let file = SourceFile(path: name, name: name + ".mustache", bytes: Array(template.utf8))
        let templates = Templates.compile([file], required: [name: One.self], in: ".").templates
        return String(decoding: templates.render(name, One(a: value)), as: UTF8.self)
    }
}
