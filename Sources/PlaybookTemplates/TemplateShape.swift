/// What a name of a template stands for: a record, whose fields have names of their own, or a value that has none.
struct TemplateShape: Sendable {
    /// Nil for a text or a flag.
    let record: (any TemplateRecord.Type)?
    /// True for texts whose names are not known beforehand: each name may be one of them.
    let isOpen: Bool

    init(record: any TemplateRecord.Type) {
        self.record = record
        isOpen = false
    }

    private init(_ kind: TemplateKind) {
        record = kind.inner
        if case .texts = kind { isOpen = true } else { isOpen = false }
    }

    /// True where something stands below the name.
    var hasNames: Bool { isOpen || record != nil }

    /// What stands below the name; of a list, what each of its elements has.
    var names: [String: TemplateShape] {
        Dictionary(record?.outline.map { ($0.name, TemplateShape($0.kind)) } ?? []) { first, _ in first }
    }

    /// What a name below stands for; nil where there is none.
    subscript(_ name: String) -> TemplateShape? { isOpen ? TemplateShape(.text) : names[name] }
}
