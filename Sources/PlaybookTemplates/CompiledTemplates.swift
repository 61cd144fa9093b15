/// Templates in the form used for printing: names are numbers, partials are places in a list, and each type of record has a table from the number of
/// a name to the place of the field.
struct CompiledTemplates: Sendable {
    /// A name in a tag.
    struct Name: Sendable {
        /// The numbers of its parts; empty for `.`, the value that the section is about.
        let parts: [Int]
        /// The parts as they are written, for values whose names are not known in advance.
        let texts: [String]
    }

    indirect enum Instruction: Sendable {
        case text([UInt8])
        case value(Name, isEscaped: Bool)
        case section(Name, isInverted: Bool, [Instruction])
        /// The place of the partial in `bodies`; nil if there is no such template.
        case partial(Int?)
    }

    private(set) var bodies: [[Instruction]] = []
    private var places: [TemplateKey: Int] = [:]
    private var numbers: [String: Int] = [:]
    /// For each type of record: the place of the field for the number of each name, or -1.
    private var tables: [ObjectIdentifier: [Int]] = [:]
    private var noNames: [Int] = []

    /// - Parameters:
    ///   - trees: the templates, including indented copies of those that are included after blanks.
    ///   - records: the types that are rendered. The types of records inside them are found from their fields.
    init(_ trees: [TemplateKey: TemplateTree], records: [any TemplateRecord.Type]) {
        for (place, key) in trees.keys.enumerated() { places[key] = place }
        bodies = trees.values.map { compiled($0.nodes) }
        noNames = [Int](repeating: -1, count: numbers.count)
        var waiting = records
        while let type = waiting.popLast() {
            guard tables[ObjectIdentifier(type)] == nil else { continue }
            var table = noNames
            for (place, field) in type.outline.enumerated() {
                if let number = numbers[field.name] { table[number] = place }
                if let inner = field.kind.inner { waiting.append(inner) }
            }
            tables[ObjectIdentifier(type)] = table
        }
    }

    private mutating func compiled(_ nodes: [TemplateTree.Node]) -> [Instruction] {
        nodes.map { node in
            switch node {
            case .text(let bytes): .text(bytes)
            case .value(let name, let isEscaped): .value(compiled(name), isEscaped: isEscaped)
            case .section(let name, let isInverted, let nodes):
                .section(compiled(name), isInverted: isInverted, compiled(nodes))
            case .partial(let name, let indent): .partial(places[TemplateKey(name: name.text, indent: indent)])
            }
        }
    }

    private mutating func compiled(_ name: TemplateTree.Name) -> Name {
        let parts = name.path.map { part in
            if let number = numbers[part] { return number }
            numbers[part] = numbers.count
            return numbers.count - 1
        }
        return Name(parts: parts, texts: name.path)
    }

    /// The instructions of a template; nil if no template has that key.
    func body(_ key: TemplateKey) -> [Instruction]? { places[key].map { bodies[$0] } }

    /// The table of a type of record: the place of the field for the number of each name, or -1. If no template was compiled for the type, it has
    /// none of the names.
    func table(of type: any TemplateRecord.Type) -> [Int] { tables[ObjectIdentifier(type)] ?? noNames }
}

/// Identifies a template.
struct TemplateKey: Sendable, Hashable {
    let name: String
    /// The blanks before each of its lines.
    var indent: [UInt8] = []
}
