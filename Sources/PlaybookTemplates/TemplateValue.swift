import Mustache

/// What a template can show: values that were prepared, not objects that it could look into.
public enum TemplateValue: Sendable, Hashable {
    /// A text; an empty one counts as missing.
    case text(String)
    case flag(Bool)
    case list([[String: TemplateValue]])
    case object([String: TemplateValue])
    case missing

    /// A text, or nothing.
    public static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .missing }
}

extension TemplateValue: MustacheCustomRepresentation {
    public var representation: Any? {
        switch self {
        case .text(let text): text.isEmpty ? nil : text
        case .flag(let flag): flag
        case .list(let list): list
        case .object(let object): object
        case .missing: nil
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}
