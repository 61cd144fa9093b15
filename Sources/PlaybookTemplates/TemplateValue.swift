/// What a template can show: values that were prepared, not objects that it could look into.
package enum TemplateValue: Sendable, Hashable {
    /// A text; an empty one counts as missing.
    case text(String)
    case flag(Bool)
    /// A section about it is repeated for each.
    case items([TemplateValue])
    case object([String: TemplateValue])
    case missing

    /// A text, or nothing.
    package static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .missing }

    /// A list of objects.
    package static func list(_ objects: [[String: TemplateValue]]) -> TemplateValue {
        .items(objects.map { .object($0) })
    }

    /// True where a section about it is shown.
    var isThere: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .items(let items): !items.isEmpty
        case .object: true
        case .missing: false
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}
