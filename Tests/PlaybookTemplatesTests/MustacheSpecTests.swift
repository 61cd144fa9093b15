import Foundation
import PlaybookCore
import TestSupport
import Testing

@testable import PlaybookTemplates

/// The mandatory part of Mustache's own specification. There, a name without a value is empty; in the product, it is an error when templates are
/// loaded.
@Suite struct MustacheSpecTests {
    static let folder = Places.shared.appending(path: "spec/mustache")
    static let parts = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"]

    struct Example: Decodable {
        let name: String
        let template: String
        let data: JSON
        let partials: [String: String]?
        let expected: String
    }

    private struct Part: Decodable { let tests: [Example] }

    @Test(.enabled(if: Places.exists(folder), "needs Mustache's specification beside the repository"), arguments: parts)
    func everyExampleIsAsTheSpecificationSays(_ part: String) throws {
        let file = Self.folder.appending(path: part + ".json")
        let examples = try JSONDecoder().decode(Part.self, from: Data(contentsOf: file)).tests
        #expect(examples.count > 5)
        for example in examples {
            #expect(try rendered(example) == example.expected, "\(part): \(example.name)")
        }
    }

    private func rendered(_ example: Example) throws -> String {
        var sources = (example.partials ?? [:]).mapValues { Array($0.utf8) }
        sources["main"] = Array(example.template.utf8)
        var trees: [String: TemplateTree] = [:]
        for (name, bytes) in sources { trees[name] = try TemplateParser.parse(bytes) }
        var renderer = TemplateRenderer(
            CompiledTemplates(Templates.indented(trees, sources), records: []), escapes: true,
            values: example.data.value)
        renderer.render(TemplateKey(name: "main"))
        return String(decoding: renderer.output, as: UTF8.self)
    }
}

/// A value of JSON as templates see it.
struct JSON: Decodable {
    let value: TemplateValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .missing
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            value = .text("\(number)")
        } else if let number = try? container.decode(Double.self) {
            value = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([JSON].self) {
            value = .items(list.map(\.value))
        } else {
            value = .object(try container.decode([String: JSON].self).mapValues(\.value))
        }
    }
}
