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
