/// What a name in a template stands for: a record, whose fields have names, or a value without names.
struct TemplateShape: Sendable {
    /// Nil for a text or a flag.
    let record: (any TemplateRecord.Type)?
    /// True for texts whose names are not known in advance, so that every name is allowed.
    let isOpen: Bool

    init(record: any TemplateRecord.Type) {
        self.record = record
        isOpen = false
    }

    private init(_ kind: TemplateKind) {
        record = kind.inner
        if case .texts = kind { isOpen = true } else { isOpen = false }
    }

    /// True if there are names below this one.
    var hasNames: Bool { isOpen || record != nil }

    /// The names below this one; for a list, the names of each element.
    var names: [String: TemplateShape] {
        Dictionary(record?.outline.map { ($0.name, TemplateShape($0.kind)) } ?? []) { first, _ in first }
    }

    /// What a name below this one stands for; nil if there is no such name.
    subscript(_ name: String) -> TemplateShape? { isOpen ? TemplateShape(.text) : names[name] }
}
