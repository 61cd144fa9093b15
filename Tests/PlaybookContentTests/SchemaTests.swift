import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// The JSON Schemas that editors use, checked with an independent validator.
@Suite struct SchemaTests {
    /// Reads YAML by the core schema of YAML 1.2, as `check` does, and reports the documents that a schema refuses.
    static let validator = #"""
        import json, re, sys, yaml, jsonschema

        class Loader(yaml.SafeLoader):
            yaml_implicit_resolvers = {}

        def resolve(tag, pattern, first):
            Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)

        resolve("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""])
        resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF"))
        resolve("int", r"^[-+]?[0-9]+$", list("-+0123456789"))
        resolve("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789"))

        request = json.load(sys.stdin)
        for schema in request["schemas"].values(): jsonschema.Draft202012Validator.check_schema(schema)
        for document in request["documents"]:
            text = document["text"]
            if document["name"].endswith(".md"):
                parts = re.match(r"---\n(.*?)^---$", text, re.S | re.M)
                text = parts.group(1) if parts else ""
            value = yaml.load(text, Loader) or {}
            validator = jsonschema.Draft202012Validator(
                request["schemas"][document["kind"]], format_checker=jsonschema.FormatChecker())
            if not validator.is_valid(value): print(document["name"])
        """#

    /// The names of the documents that are refused by their schemas.
    private func refused(_ documents: [(name: String, text: String)], by configuration: Configuration?) throws
        -> [String]
    {
        let kinds = ["chapters": "chapter", "snippets": "snippet", "accounts": "account", "voice": "voice"]
        var schemas: [String: Any] = [:]
        for kind in SchemaKind.allCases {
            let text = jsonSchema(of: kind, for: configuration).text
            schemas[kind.rawValue] = try JSONSerialization.jsonObject(with: Data(text.utf8))
        }
        let request: [String: Any] = [
            "schemas": schemas,
            "documents": documents.map { document in
                let folder = document.name.split(separator: "/").first.map(String.init) ?? ""
                return ["name": document.name, "kind": kinds[folder] ?? "playbook", "text": document.text]
            },
        ]
        let outcome = try PythonTools.run(Self.validator, input: JSONSerialization.data(withJSONObject: request))
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    private func documents(in folder: ContentFolder) -> [(name: String, text: String)] {
        folder.files.filter { !$0.name.hasSuffix(".csv") }.map { ($0.name, $0.text(0..<$0.bytes.count)) }
    }

    @Test(.enabled(if: PythonTools.isThere, "needs the tools that make test installs"), arguments: [false, true])
    func everyBundledFileIsAccepted(_ withVocabulary: Bool) async throws {
        let folder = try await ContentFolder.read(Places.repository.appending(path: "content").path)
        let configuration = withVocabulary ? await load(folder) { _ in CalendarDate(days: 0) }.configuration : nil
        #expect(documents(in: folder).count > 40)
        #expect(try refused(documents(in: folder), by: configuration).isEmpty)
    }

    @Test(
        .enabled(if: PythonTools.isThere, "needs the tools that make test installs"),
        arguments: [
            "unknown-key", "missing-key", "wrong-type", "invalid-value", "unknown-role", "unknown-industry",
            "unknown-product", "unknown-stage", "unknown-kpi", "unknown-person",
        ])
    func whatCheckRefusesForItsShapeIsRefused(_ rule: String) async throws {
        let fixture = try FixtureFolder("Rules/\(rule)/found", base: "Rules/base")
        let place = try fixture.write()
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try await ContentFolder.read(place.appending(path: "content").path)
        let configuration = await load(folder) { _ in CalendarDate(days: 0) }.configuration
        let wrong = Set(fixture.marks.map { String($0.file.dropFirst("content/".count)) }).filter {
            !$0.hasSuffix(".csv")
        }
        #expect(!wrong.isEmpty)
        #expect(Set(try refused(documents(in: folder), by: configuration)) == wrong)
    }

    @Test func everyKeyIsDescribed() throws {
        let text = jsonSchemas().text
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        var waiting: [Any] = [schema]
        var count = 0
        while let value = waiting.popLast() {
            guard let object = value as? [String: Any] else { continue }
            for (name, property) in object["properties"] as? [String: [String: Any]] ?? [:] {
                #expect((property["description"] as? String)?.hasSuffix(".") == true, "\(name)")
                count += 1
            }
            for nested in object.values {
                waiting.append(nested)
                if let list = nested as? [Any] { waiting += list }
            }
        }
        #expect(count > 100)
    }
}
