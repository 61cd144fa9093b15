/// A thing that templates show: a fixed list of named fields. The one list gives the values, the check of the names in templates and the
/// tables of docs/templates.md, so that the three cannot differ.
package protocol TemplateRecord: Sendable {
    /// What docs/templates.md calls it: a noun in the singular, such as `person`.
    static var name: String { get }
    /// In the order of docs/templates.md.
    static var fields: [TemplateField<Self>] { get }
}

extension TemplateRecord {
    /// The values of all fields, in their order. Those of a record inside this one are only worked out when a section opens it.
    var values: [TemplateValue] { Self.fields.map { $0.value(self) } }
}

/// One field of a record.
package struct TemplateField<Record: TemplateRecord>: Sendable {
    /// As templates write it, such as `title_id`.
    let name: String
    /// What it is, in Markdown, for docs/templates.md.
    let about: String
    let kind: TemplateKind
    let value: @Sendable (Record) -> TemplateValue

    /// A text, which is escaped where it is printed. An empty one counts as missing.
    package static func text(_ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> String?) -> Self
    {
        Self(name: name, about: about, kind: .text) { value($0).map { .text($0) } ?? .missing }
    }

    /// Prepared HTML or plain text, for three braces.
    package static func markup(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> [UInt8]?
    ) -> Self {
        Self(name: name, about: about, kind: .markup) { value($0).map { .markup($0) } ?? .missing }
    }

    package static func flag(_ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> Bool) -> Self {
        Self(name: name, about: about, kind: .flag) { .flag(value($0)) }
    }

    /// Another record, or nothing.
    package static func record<Inner: TemplateRecord>(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> Inner?
    ) -> Self {
        Self(name: name, about: about, kind: .record(Inner.self)) { value($0).map { .record($0) } ?? .missing }
    }

    /// Records, for a section that is repeated.
    package static func list<Inner: TemplateRecord>(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> [Inner]
    ) -> Self {
        Self(name: name, about: about, kind: .list(Inner.self)) { .items(value($0).map { .record($0) }) }
    }
}

/// What a field holds.
enum TemplateKind: Sendable {
    case text
    case markup
    case flag
    case record(any TemplateRecord.Type)
    case list(any TemplateRecord.Type)

    /// The type of the record or records that it holds; nil for other kinds.
    var inner: (any TemplateRecord.Type)? {
        switch self {
        case .text, .markup, .flag: nil
        case .record(let type), .list(let type): type
        }
    }
}

extension TemplateRecord {
    /// The names and kinds of its fields, in their order.
    static var outline: [(name: String, about: String, kind: TemplateKind)] {
        fields.map { ($0.name, $0.about, $0.kind) }
    }
}
