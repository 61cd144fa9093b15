import PlaybookCore
import PlaybookModel

/// The kinds of files that have a schema.
package enum SchemaKind: String, Sendable, CaseIterable {
    case chapter, snippet, account, voice, playbook

    fileprivate var shape: Shape {
        switch self {
        case .chapter: .chapter
        case .snippet: .snippet
        case .account: .account
        case .voice: .voice
        case .playbook: .configuration
        }
    }

    fileprivate var title: String {
        switch self {
        case .chapter: "Front matter of a chapter"
        case .snippet: "Front matter of a snippet"
        case .account: "An account"
        case .voice: "Front matter of a voice record"
        case .playbook: "playbook.yml"
        }
    }
}

/// The JSON Schema (draft 2020-12) for a kind of file, made from the shape that `check` uses.
///
/// - Parameter configuration: settings whose vocabularies and `require:` become part of the schema, so that editors
///   complete the words of this company; nil for a general schema.
package func jsonSchema(of kind: SchemaKind, for configuration: Configuration? = nil) -> JSONText {
    let parts = ["chapter": "chapters", "snippet": "snippets", "account": "accounts"]
    let required = parts[kind.rawValue].flatMap { configuration?.required[$0] } ?? []
    let writer = SchemaWriter(words: configuration.map(vocabularies) ?? [:])
    var shape = kind.shape.requiring(required)
    if kind == .account, let configuration {
        // A file beside an export may leave out what the export has. Only `check` knows both.
        shape = configuration.crm == nil ? .account(configuration) : .accountAddition
    }
    guard case .object(var members) = writer.schema(of: shape) else { return .null }
    if kind == .snippet { members.append(.init("oneOf", kpisOrWorth)) }
    let dialect = JSONText.string("https://json-schema.org/draft/2020-12/schema")
    return .object([.init("$schema", dialect), .init("title", .string(kind.title))] + members)
}

/// A snippet has either `kpis` or `worth`. A key without a value counts as not given.
private var kpisOrWorth: JSONText {
    func given(_ key: String, _ type: String) -> JSONText {
        let value = JSONText.object([
            .init("type", .string(type)), .init("description", .string("One of `kpis` and `worth` is given.")),
        ])
        let properties = JSONText.object([.init(key, value)])
        return .object([.init("required", .array([.string(key)])), .init("properties", properties)])
    }
    return .array([given("kpis", "array"), given("worth", "string")])
}

/// The schemas of all kinds in one document, each under `$defs`.
package func jsonSchemas(for configuration: Configuration? = nil) -> JSONText {
    let schemas = SchemaKind.allCases.map { kind in
        JSONText.Member(kind.rawValue, jsonSchema(of: kind, for: configuration))
    }
    let dialect = JSONText.string("https://json-schema.org/draft/2020-12/schema")
    return .object([.init("$schema", dialect), .init("$defs", .object(schemas))])
}

private func vocabularies(_ configuration: Configuration) -> [Reference: [String]] {
    [
        .role: configuration.roles.ids, .industry: configuration.industries.ids, .product: configuration.products.ids,
        .stage: configuration.stages, .kpi: configuration.kpis.map(\.id),
        .person: configuration.people.keys.sortedByBytes(),
    ]
}

/// Writes shapes as schemas, recursively: shapes are only a few levels deep.
private struct SchemaWriter {
    let words: [Reference: [String]]

    func schema(of shape: Shape) -> JSONText {
        switch shape {
        case .text, .page: string(pattern: #"\S"#)
        case .textOrNothing: typed("string")
        case .line:
            string(
                pattern:
                    #"^[^\u0000-\u001f\u007f\u2028\u2029]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f\u2028\u2029]*$"#
            )
        case .domain: string(pattern: #"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}$"#)
        case .format: typed("integer", [.init("const", .integer(1))])
        case .boolean: typed("boolean")
        case .integer(let range):
            typed(
                "integer", [.init("minimum", .integer(range.lowerBound)), .init("maximum", .integer(range.upperBound))])
        case .decimal: typed("number")
        case .date: string(pattern: #"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"#, format: "date")
        case .month: string(pattern: #"^[0-9]{4}-(0[1-9]|1[0-2])$"#)
        case .version: string(pattern: #"^[0-9]+(\.[0-9]+)*$"#)
        case .email:
            string(
                pattern:
                    #"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}$"#)
        case .colour: string(pattern: "^#[0-9A-Fa-f]{6}$")
        case .address: string(pattern: #"^(https?://|mailto:|tel:)\S+$"#)
        case .headerAddress: string(pattern: #"^https://[A-Za-z0-9][A-Za-z0-9!#$%&'()*+./:;=?@\[\]_~-]*$"#)
        case .language: string(pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")
        case .timeZone: string(pattern: #"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$"#)
        case .choice(let choices), .decision(let choices):
            typed("string", [.init("enum", .array(choices.map { .string($0) }))])
        case .reference(let reference):
            if let ids = words[reference] {
                typed("string", [.init("enum", .array(ids.map { .string($0) }))])
            } else {
                string(pattern: #"\S"#)
            }
        case .id: string(pattern: #"^[a-z0-9]+([._-][a-z0-9]+)*$"#)
        case .list(let element, let least):
            typed("array", [.init("items", schema(of: element)), .init("minItems", .integer(least))])
        case .oneOrMore(let element):
            .object([.init("anyOf", .array([schema(of: element), schema(of: .list(element, atLeast: 1))]))])
        case .mapping(let fields): mapping(fields)
        case .dictionary(let keys, let values):
            typed(
                "object", [.init("propertyNames", schema(of: keys)), .init("additionalProperties", schema(of: values))])
        case .optional(let inner): allowingNull(schema(of: inner))
        }
    }

    private func mapping(_ fields: [Field]) -> JSONText {
        let properties = fields.map { field in
            // A key without a value counts as not given, so optional keys accept null.
            let schema = field.isRequired ? schema(of: field.shape) : allowingNull(schema(of: field.shape))
            return JSONText.Member(field.name, described(schema, field.summary))
        }
        let required = fields.filter(\.isRequired).map { JSONText.string($0.name) }
        return typed(
            "object",
            [.init("properties", .object(properties))] + (required.isEmpty ? [] : [.init("required", .array(required))])
                + [.init("additionalProperties", .boolean(false))])
    }

    private func string(pattern: String, format: String? = nil) -> JSONText {
        typed("string", [.init("pattern", .string(pattern))] + (format.map { [.init("format", .string($0))] } ?? []))
    }

    private func typed(_ type: String, _ members: [JSONText.Member] = []) -> JSONText {
        .object([.init("type", .string(type))] + members)
    }

    private func described(_ schema: JSONText, _ description: String) -> JSONText {
        guard case .object(let members) = schema else { return schema }
        return .object([.init("description", .string(description))] + members)
    }

    private func allowingNull(_ schema: JSONText) -> JSONText {
        guard case .object(let members) = schema else { return schema }
        return .object(
            members.map { member in
                switch (member.name, member.value) {
                case ("type", .string(let type)): .init("type", .array([.string(type), .string("null")]))
                case ("enum", .array(let values)): .init("enum", .array(values + [.null]))
                case ("const", let value): .init("enum", .array([value, .null]))
                case ("anyOf", .array(let schemas)): .init("anyOf", .array(schemas + [typed("null")]))
                default: member
                }
            })
    }
}
