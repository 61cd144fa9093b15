/// What a template can show: the names of values, and what is below each. A template that asks for another name is an error when it is
/// loaded.
package indirect enum TemplateShape: Sendable {
    /// A text, a flag, or nothing.
    case value
    case object([String: TemplateShape])
    case list([String: TemplateShape])
    case record(any TemplateRecord.Type)

    /// Names of texts and flags.
    package static func values(_ names: String...) -> [String: TemplateShape] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, .value) })
    }

    /// What stands below the name: of a list, what each of its elements has.
    var names: [String: TemplateShape] {
        switch self {
        case .value: [:]
        case .object(let names), .list(let names): names
        case .record(let type):
            Dictionary(type.outline.map { ($0.name, $0.kind.inner.map { .record($0) } ?? .value) }) { first, _ in first
            }
        }
    }

    /// The type of record that fills it; nil for one of other values.
    var record: (any TemplateRecord.Type)? {
        if case .record(let type) = self { type } else { nil }
    }
}

extension [String: TemplateShape] {
    /// These names and those.
    package static func + (left: Self, right: Self) -> Self { left.merging(right) { _, other in other } }
}

extension TemplateValue {
    /// Names in a value that a shape does not have, each with the names that lead to it. Empty lists and missing values have none.
    package func names(beyond shape: TemplateShape, _ path: String = "") -> [String] {
        func below(_ values: [String: TemplateValue]) -> [String] {
            values.flatMap { name, value -> [String] in
                let full = path.isEmpty ? name : path + "." + name
                guard let shape = shape.names[name] else { return [full] }
                return value.names(beyond: shape, full)
            }
        }
        switch self {
        case .object(let values): return below(values)
        case .items(let items): return items.flatMap { $0.names(beyond: shape, path) }
        case .text, .markup, .flag, .record, .missing: return []
        }
    }
}
