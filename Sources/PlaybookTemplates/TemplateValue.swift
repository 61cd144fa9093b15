/// What a template can show: values that were prepared, not objects that it could look into.
public enum TemplateValue: Sendable {
    /// A text; an empty one counts as missing.
    case text(String)
    /// Prepared HTML or plain text, in UTF-8; empty counts as missing.
    case markup([UInt8])
    case flag(Bool)
    /// A section about it is repeated for each.
    case items([TemplateValue])
    case record(any TemplateRecord)
    /// A thing whose names are not known beforehand.
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
        case .markup(let bytes): !bytes.isEmpty
        case .flag(let flag): flag
        case .items(let items): !items.isEmpty
        case .record, .object: true
        case .missing: false
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}
