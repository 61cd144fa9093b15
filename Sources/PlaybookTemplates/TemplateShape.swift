/// What a name of a template stands for: a record, whose fields have names of their own, or a value that has none.
struct TemplateShape: Sendable {
    /// Nil for a text or a flag.
    let record: (any TemplateRecord.Type)?

    /// What stands below the name; of a list, what each of its elements has.
    var names: [String: TemplateShape] {
        Dictionary(record?.outline.map { ($0.name, TemplateShape(record: $0.kind.inner)) } ?? []) { first, _ in first }
    }
}
