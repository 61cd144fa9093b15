/// A value that a template can show. Values are prepared beforehand: templates have no access to the objects of the
/// program.
public enum TemplateValue: Sendable {
    /// A text; an empty one counts as missing.
    case text(String)
    /// Prepared HTML or plain text, in UTF-8; empty counts as missing.
    case markup([UInt8])
    case flag(Bool)
    /// Values; a section about them is repeated for each value.
    case items([TemplateValue])
    case record(any TemplateRecord)
    /// Values by names that are not known in advance.
    case object([String: TemplateValue])
    case missing

    /// True if a section about the value is shown.
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
