import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

/// Templates that show every value, short enough to compare.
func smallTemplates(
    html: String = """
    <!doctype html><html lang="{{language}}" dir="{{dir}}"><title>{{subject}}</title>
    <div class="small on-muted">{{preheader}}</div>
    <h1>{{account.name}}, {{month}} for {{contact.name}} from {{company.name}}, {{company.postal_address}}</h1>
    {{#kpi_rows}}<p>{{#cells}}[{{#blank}}blank{{/blank}}{{^blank}}{{title}}|{{value}}|{{change}}|{{target}}|{{state}}|{{trend}}{{/blank}}]\
    {{/cells}}</p>{{/kpi_rows}}
    {{#asked}}<q>{{quote}}</q> {{date}}: {{title}}
    {{/asked}}{{#items}}<h2>{{number}} {{title}}</h2><i>{{reason}}</i>
    {{{body}}}{{#event}}{{date}}, {{place}}{{/event}}{{#source}}({{source}}){{/source}}
    <a href="{{action.url}}">{{action.label}}</a> <a href="{{useful_url}}">+</a><a href="{{not_for_us_url}}">-</a>
    {{/items}}{{#questions}}<p>{{text}}{{#answers}} <a href="{{url}}">{{text}}</a>{{/answers}}</p>
    {{/questions}}{{#manager}}{{name}} {{email}}{{/manager}} {{why}} <a href="{{stop_url}}">stop</a> {{reply_to}}</html>
    """,
    text: String = """
    {{account.name}}, {{month}}
    {{preheader}}
    {{#kpis}}
    {{title}}: {{value}} {{trend}}
    {{/kpis}}
    {{#items}}

    {{number}}. {{title}}
      {{reason}}
    {{body}}
    {{action.label}}: {{action.url}}
    {{/items}}
    {{why}}

    """,
    styles: String = ".small { margin: 0; color: #57616A; }\np { margin: 0 0 16px 0; }\na { color: #0A5C5D; }"
) throws -> EmailTemplates {
    try EmailTemplates.compile(
        [
            file("message.html.mustache", html), file("message.txt.mustache", text), file("styles.css", styles),
            labelFile("en"), labelFile("de"),
        ], in: "email", words: WordFile.read)
}

/// The words that come with the product.
func labelFile(_ language: String) throws -> SourceFile {
    let name = "labels.\(language).yml"
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../site-templates/email/\(name)").standardizedFileURL.path
    return SourceFile(path: "email/\(name)", name: name, bytes: try readFile(path))
}

func labels(_ language: String) throws -> Labels {
    let read = Labels.read(try labelFile(language), words: WordFile.read)
    #expect(read.diagnostics == [])
    return try #require(read.labels)
}

func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(path: "email/\(name)", name: name, bytes: Array(text.utf8))
}

extension World {
    /// This world with everything that a message can show.
    static var rich: World {
        World().with {
            $0.snippet = makeSnippet(
                "alerts", title: "Nine days' warning on bearing failures",
                markdown: """
                    Hello {{contact.name}}, see [the trial](https://helios.example/trial?a=1&b=2).

                    > [!INTERNAL]
                    > Margin is 40 %: do not tell {{account.name}}.

                    # Next

                    - Book [a slot](https://helios.example/slot)
                    """)
            $0.snippet.evidence = Snippet.Evidence(source: "Line 3 trial, Oct 2026")
            $0.snippet.answers = ["noise"]
            $0.snippet.accounts = ["northwind"]
            $0.snippet.action.url = "https://helios.example/book?for={{account.name}}"
            $0.voices = [makeVoice("noise")]
            $0.others = [
                makeSnippet(
                    "tour", kind: .event, title: "Plant tour", markdown: "See [it](https://helios.example/tour)."),
                makeSnippet("report", kind: .content, title: "The energy report"),
            ]
            $0.others[0].setEvent("2026-11-20")
            $0.readings = [("2026-08", "12"), ("2026-09", "10.3"), ("2026-10", "9.1")]
        }
    }

    func digests(
        _ templates: EmailTemplates? = nil, options: DigestOptions = DigestOptions()
    ) async throws -> MadeDigests {
        let templates = try templates ?? smallTemplates()
        let sink = MemoryOutput()
        let digests = try await PlaybookDigest.digests(
            of: library, ledger: Ledger(entries: entries), month: month, templates: templates, options: options,
            into: sink)
        return MadeDigests(digests: digests, files: sink.files)
    }

    /// What Python reads in the first contact's message.
    func read(_ templates: EmailTemplates? = nil) async throws -> ReadMail {
        let digests = try await digests(templates)
        #expect(digests.diagnostics == [])
        let message = try #require(digests.files.first { $0.path.hasSuffix(".eml") })
        let read = try #require(try readByPython([message.bytes]).first)
        #expect(read.defects == [])
        return read
    }
}

/// The digests of a month and their files, by path.
@dynamicMemberLookup
struct MadeDigests: Sendable {
    let digests: Digests
    let files: [OutputFile]

    subscript<Value>(dynamicMember path: KeyPath<Digests, Value>) -> Value { digests[keyPath: path] }

    /// The text of the file whose path ends in a name; nil if there is none.
    func text(of name: String) -> String? {
        files.first { $0.path.hasSuffix(name) }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
