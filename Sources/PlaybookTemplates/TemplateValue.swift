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
        case .list(let list): ListView(list: list)
        case .object(let object): ObjectView(object: object)
        case .missing: nil
        }
    }
}

/// A mapping as templates look into it. A type of its own, because finding out at each look-up that a generic dictionary may be
/// looked into costs more than the look-up.
struct ObjectView: MustacheParent {
    let object: [String: TemplateValue]

    func child(named name: String) -> Any? { object[name] }
}

/// A list as templates repeat it; a type of its own for the same reason.
struct ListView: MustacheSequence {
    let list: [[String: TemplateValue]]

    func makeIterator() -> AnyIterator<ObjectView> {
        var iterator = list.makeIterator()
        return AnyIterator { iterator.next().map { ObjectView(object: $0) } }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}
