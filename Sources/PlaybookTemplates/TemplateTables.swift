/// The values that a template can show, as the tables of docs/templates.md: one table for its record, and one for each record inside that, in the
/// order in which they first occur.
///
/// - Returns: Markdown that ends in a line break.
package func templateTables(of type: any TemplateRecord.Type) -> String {
    var tables: [String] = []
    var known: Set<ObjectIdentifier> = []
    var waiting: [any TemplateRecord.Type] = [type]
    while !waiting.isEmpty {
        let type = waiting.removeFirst()
        guard known.insert(ObjectIdentifier(type)).inserted else { continue }
        let fields = type.outline
        let rows = fields.map { "| `\($0.name)` | \($0.kind.documentation) | \($0.about) |\n" }
        tables.append("#### \(type.name)\n\n| name | kind | meaning |\n|---|---|---|\n" + rows.joined())
        waiting += fields.compactMap(\.kind.inner)
    }
    return tables.joined(separator: "\n")
}

extension TemplateKind {
    fileprivate var documentation: String {
        switch self {
        case .text: "text"
        case .markup: "prepared"
        case .flag: "true or false"
        case .texts: "texts by name"
        case .record(let type): "a \(link(to: type))"
        case .list(let type): "list of \(link(to: type))"
        }
    }

    private func link(to type: any TemplateRecord.Type) -> String {
        let anchor = type.name.lowercased().split(separator: " ").joined(separator: "-")
        return "[\(type.name)](#\(anchor))"
    }
}
