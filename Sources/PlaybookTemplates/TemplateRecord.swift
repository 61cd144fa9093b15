/// A thing that templates show: a fixed list of named fields. The one list gives the values, the check of the names in templates and the
/// tables of docs/templates.md, so that the three cannot differ.
public protocol TemplateRecord: Sendable {
    /// What docs/templates.md calls it: a noun in the singular, such as `person`.
    static var name: String { get }
    /// In the order of docs/templates.md.
    static var fields: [TemplateField<Self>] { get }
    /// The value of the field at a place in `fields`.
    func value(at place: Int) -> TemplateValue
}

// What is inlinable here is compiled once for each type of record, in the target that declares it; only what is public can be. Otherwise each
// field of each page would be read through descriptions of types, which doubled the time of templates.
extension TemplateRecord {
    @inlinable public func value(at place: Int) -> TemplateValue { Self.fields[place].value(self) }
}

/// One field of a record.
public struct TemplateField<Record: TemplateRecord>: Sendable {
    /// As templates write it, such as `title_id`.
    public let name: String
    /// What it is, in Markdown, for docs/templates.md.
    public let about: String
    public let kind: TemplateKind
    public let value: @Sendable (Record) -> TemplateValue

    @inlinable public init(
        name: String, about: String, kind: TemplateKind, value: @escaping @Sendable (Record) -> TemplateValue
    ) {
        (self.name, self.about, self.kind, self.value) = (name, about, kind, value)
    }

    /// A text, which is escaped where it is printed. An empty one counts as missing.
    @inlinable public static func text(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> String?
    ) -> Self {
        Self(name: name, about: about, kind: .text) { value($0).map { .text($0) } ?? .missing }
    }

    /// Prepared HTML or plain text, for three braces.
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

    /// Another record that templates look into for each of its fields.
    @inlinable public static func record<Inner: TemplateRecord>(
        _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> SharedRecord<Inner>
    ) -> Self {
        Self(name: name, about: about, kind: .record(Inner.self)) { value($0).value }
    }

    /// Texts whose names are not known beforehand. A name that none of them has is empty.
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

/// A record behind one reference. `page.title` asks for the whole of `page` first, and a page is a hundred texts that would be copied.
public struct SharedRecord<Record: TemplateRecord>: Sendable {
    public let value: TemplateValue

    public init(_ record: Record) { value = .record(record) }
}

/// What a field holds.
public enum TemplateKind: Sendable {
    case text
    case markup
    case flag
    /// By names that are not known beforehand.
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
