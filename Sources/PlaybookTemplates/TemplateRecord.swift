/// A thing that templates show: a fixed list of named fields. The list is used for the values, for the check of names in templates and for the tables
/// of docs/templates.md, so that the three cannot differ.
public protocol TemplateRecord: Sendable {
    /// The name of the record in docs/templates.md: a noun in the singular, such as `person`.
    static var name: String { get }
    /// The fields, in the order of docs/templates.md.
    static var fields: [TemplateField<Self>] { get }
    /// The value of the field at a place in `fields`.
    func value(at place: Int) -> TemplateValue
}

// Inlinable code here is compiled once for each type of record, in the target that declares the type; only public code can be. Otherwise each field
// of each page would be read through run-time type descriptions, which doubled the time of templates.
extension TemplateRecord {
    @inlinable public func value(at place: Int) -> TemplateValue { Self.fields[place].value(self) }
}

/// One field of a record.
public struct TemplateField<Record: TemplateRecord>: Sendable {
    /// The name in templates, such as `title_id`.
    public let name: String
    /// A description in Markdown, for docs/templates.md.
    public let about: String
    public let kind: TemplateKind
    public let value: @Sendable (Record) -> TemplateValue

    @inlinable public init(
        name: String, about: String, kind: TemplateKind, value: @escaping @Sendable (Record) -> TemplateValue
    ) {
        (self.name, self.about, self.kind, self.value) = (name, about, kind, value)
    }

    /// A text, which is escaped when it is printed. An empty text counts as missing.
    @inlinable public static func text(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> String?
    ) -> Self {
        Self(name: name, about: about, kind: .text) { value($0).map { .text($0) } ?? .missing }
    }

    /// Prepared HTML or plain text, for tags with three braces.
    @inlinable public static func markup(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> [UInt8]?
    ) -> Self {
        Self(name: name, about: about, kind: .markup) { value($0).map { .markup($0) } ?? .missing }
    }

    @inlinable public static func flag(_ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> Bool)
        -> Self
    {
        Self(name: name, about: about, kind: .flag) { .flag(value($0)) }
    }

    /// Another record, or nothing.
    @inlinable public static func record<Inner: TemplateRecord>(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> Inner?
    ) -> Self {
        Self(name: name, about: about, kind: .record(Inner.self)) { value($0).map { .record($0) } ?? .missing }
    }

    /// Another record, shared so that reading each of its fields does not copy the whole record.
    @inlinable public static func record<Inner: TemplateRecord>(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> SharedRecord<Inner>
    ) -> Self {
        Self(name: name, about: about, kind: .record(Inner.self)) { value($0).value }
    }

    /// Texts whose names are not known in advance. A name that no text has gives an empty text.
    @inlinable public static func texts(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> [String: String]
    ) -> Self {
        Self(name: name, about: about, kind: .texts) { .object(value($0).mapValues { .text($0) }) }
    }

    /// Records, for a section that is repeated.
    @inlinable public static func list<Inner: TemplateRecord>(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> [Inner]
    ) -> Self {
        Self(name: name, about: about, kind: .list(Inner.self)) { .items(value($0).map { .record($0) }) }
    }
}

/// A record behind one reference. For `page.title`, all of `page` is read first, and without the reference its hundred texts would be copied.
public struct SharedRecord<Record: TemplateRecord>: Sendable {
    public let value: TemplateValue

    public init(_ record: Record) { value = .record(record) }
}

/// What a field holds.
public enum TemplateKind: Sendable {
    case text
    case markup
    case flag
    /// Texts by names that are not known in advance.
    case texts
    case record(any TemplateRecord.Type)
    case list(any TemplateRecord.Type)

    /// The type of the record or records that it holds; nil for other kinds.
    var inner: (any TemplateRecord.Type)? {
        switch self {
        case .text, .markup, .flag, .texts: nil
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
