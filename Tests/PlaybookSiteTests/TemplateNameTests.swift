import Foundation
import PlaybookCore
import PlaybookTemplates
import TestSupport
import Testing

@testable import PlaybookSite

@Suite("Names in templates") struct TemplateNameTests {
    private struct Main: TemplateRecord {
        static let name = "main"
        static let fields: [TemplateField<Main>] = [
            .text("title", "") { _ in nil }, .record("page", "") { _ in Page() }, .flag("flag", "") { _ in false },
            .texts("params", "") { _ in [:] },
        ]
    }

    private struct Page: TemplateRecord {
        static let name = "page"
        static let fields: [TemplateField<Page>] = [
            .text("title", "") { _ in nil }, .list("links", "") { _ in [LinkRecord]() },
        ]
    }

    /// The findings in templates, and those that are marked in them.
    private func found(_ templates: [String: String]) -> (found: [MarkedText.Mark], expected: [MarkedText.Mark]) {
        let marked = templates.map { MarkedText($0.value, file: $0.key + ".mustache") }
        let files = zip(templates.keys, marked).map { name, text in
            SourceFile(path: name + ".mustache", name: name + ".mustache", bytes: Array(text.text.utf8))
        }
        let diagnostics = Templates.compile(files, required: ["main": Main.self], in: ".").diagnostics
        let found = diagnostics.map { diagnostic in
            let start = diagnostic.place.range?.lowerBound ?? Position(line: 1, column: 1)
            let end = diagnostic.place.range?.upperBound ?? start
            let line = Array(diagnostic.place.excerpt ?? "")
            return MarkedText.Mark(
                file: diagnostic.place.file, rule: diagnostic.rule.name, line: start.line, column: start.column,
                text: String(line[(start.column - 1)..<(end.column - 1)]))
        }
        return (found.sorted(), marked.flatMap(\.marks).sorted())
    }

    @Test func aSectionWithoutAnEndIsFoundWhereItIsOpened() {
        let result = found(["main": "{{#flag}}a{{/flag}}\n«invalid-template»{{#page}}«»{{title}}\n\n"])
        #expect(result.found == result.expected && result.found.count == 1)
    }

    @Test(arguments: [
        "{{«unknown-value»page«»}} {{«unknown-value»page.links«»}}",
        "{{% «invalid-template»CONTENT_TYPE:TEXT«»}}",
        "{{title}} {{{title}}} {{&title}} {{ title }} {{! anything.at.all }}",
        "{{«unknown-value»tilte«»}}", "{{{«unknown-value»body«»}}}", "a\n  {{ «unknown-value»tilte«» }}",
        "{{page.title}} {{«unknown-value»page.titel«»}} {{«unknown-value»pge.title«»}}",
        // A section also sees the names around it. The names in it are gone after it.
        "{{#page}}{{title}}{{flag}}{{#links}}{{href}}{{/links}}{{«unknown-value»href«»}}{{/page}}",
        "{{#flag}}{{title}}{{/flag}}{{^flag}}{{«unknown-value»on«»}}{{/flag}}{{#«unknown-value»flg«»}}x{{/flg}}",
        // Names of texts that are not known in advance.
        "{{params.any-thing}} {{#params.a}}x{{/params.a}} {{#params}}{{any}}{{title}}{{/params}} {{«unknown-value»any«»}}",
        "{{«unknown-value»params«»}} {{«unknown-value»params.a.b«»}} {{«unknown-value»parms.a«»}}",
        "{{#page.links}}{{href}}{{/page.links}}{{^page.links}}{{«unknown-value»href«»}}{{/page.links}}",
    ])
    func namesThatNoValueHasAreFound(_ template: String) {
        let result = found(["main": template])
        #expect(result.found == result.expected)
    }

    @Test func aPartialSeesWhatItsPlaceSees() {
        let result = found([
            "main": "{{#page.links}}{{> link}}{{/page.links}}\n",
            "link": "{{href}} {{flag}} {{«unknown-value»hrf«»}}",
            "unused": "{{whatever}}",
        ])
        #expect(result.found == result.expected)
    }

    @Test func aPartialThatIncludesItselfEnds() {
        let result = found([
            "main": "{{> again}}", "again": "{{#page}}{{> «unknown-value»again«»}}{{/page}}{{«unknown-value»no«»}}",
        ])
        #expect(result.found == result.expected)
    }

    @Test func theNearestNameIsOffered() {
        let file = SourceFile(path: "main.mustache", name: "main.mustache", bytes: Array("{{page.titel}}".utf8))
        let diagnostics = Templates.compile([file], required: ["main": Main.self], in: ".").diagnostics
        #expect(diagnostics.map(\.help) == ["did you mean `title`?"])
    }
}
