/// Templates as they are printed from: names are numbers, partials are places in a list, and each type of record has a table that leads from
/// the number of a name to the field's place.
struct CompiledTemplates: Sendable {
    /// A name in a tag.
    struct Name: Sendable {
        /// The numbers of its parts; none for `.`, the value that the section is about.
        let parts: [Int]
        /// The parts as they are written, for values whose names are not known beforehand.
        let texts: [String]
    }

    indirect enum Instruction: Sendable {
        case text([UInt8])
        case value(Name, isEscaped: Bool)
        case section(Name, isInverted: Bool, [Instruction])
        /// The place of the partial in `bodies`; nil where there is none.
        case partial(Int?)
    }

    private(set) var bodies: [[Instruction]] = []
    private var places: [TemplateKey: Int] = [:]
    private var numbers: [String: Int] = [:]
    /// By the type of a record: the field's place for each name's number, or -1.
    private var tables: [ObjectIdentifier: [Int]] = [:]
    private var noNames: [Int] = []

    /// - Parameters:
    ///   - trees: the templates, those among them that stand further to the right somewhere.
    ///   - records: the types that are rendered. Those of the records inside them are found from their fields.
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

    /// The instructions of a template; nil where there is none of that name.
    func body(_ key: TemplateKey) -> [Instruction]? { places[key].map { bodies[$0] } }

    /// The table of a type of record: the place of the field for each name's number, or -1. A type that no template was compiled for has none
    /// of the names.
    func table(of type: any TemplateRecord.Type) -> [Int] { tables[ObjectIdentifier(type)] ?? noNames }
}

/// What a template is found by.
struct TemplateKey: Sendable, Hashable {
    let name: String
    /// The blanks before each of its lines.
    var indent: [UInt8] = []
}
