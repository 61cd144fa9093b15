/// Templates in the form that is printed: one list of instructions for all of them. The list contains no references, so that printing does not
/// count references. Names are numbers, and each type of record has a table that leads from the number of a name to the index of the field.
struct CompiledTemplates: Sendable {
    enum Instruction: Sendable {
        /// A part of `texts`.
        case text(start: Int, end: Int)
        case value(Name, isEscaped: Bool)
        /// The value of the name that the section around it is about: mostly a text, and then known already.
        case sectionValue(Name, isEscaped: Bool)
        /// The instructions up to `end` are about the value of a name.
        case section(Name, isInverted: Bool, end: Int)
        /// The place of the partial in `bodies`.
        case partial(Int)
    }

    /// A name in a tag.
    struct Name: Sendable {
        /// The number of its first part; -1 for `.`, the value that the section is about.
        let first: Int
        /// True for more than one part.
        let isDotted: Bool
        /// Its place in `parts`.
        let place: Int
    }

    /// The parts of a name.
    struct Parts: Sendable {
        /// The numbers of all but the first.
        let rest: [Int]
        /// All as they are written, for values whose names are not known beforehand.
        let texts: [String]
    }

    private(set) var instructions: [Instruction] = []
    private(set) var texts: [UInt8] = []
    private(set) var parts: [Parts] = []
    /// True where some template has the name `.`.
    private(set) var namesInnermost = false
    /// The instructions of each template.
    private(set) var bodies: [Range<Int>] = []
    private var places: [TemplateKey: Int] = [:]
    private var numbers: [String: Int] = [:]
    /// The tables of all types of records, one after the other. For the number of each name, a table has the index of the field, or -1.
    private(set) var fields: [Int] = []
    /// Where the table of each type starts. There are few types, so a linear search is faster than a dictionary.
    private var tables: [(type: ObjectIdentifier, start: Int)] = []

    /// - Parameters:
    ///   - trees: the templates, including indented copies of those that are included after blanks.
    ///   - records: the types that are rendered. The types of records inside them are found from their fields.
    init(_ trees: [TemplateKey: TemplateTree], records: [any TemplateRecord.Type]) {
        for (place, key) in trees.keys.enumerated() { places[key] = place }
        for tree in trees.values {
            let start = instructions.count
            compile(tree.nodes)
            bodies.append(start..<instructions.count)
        }
        var waiting = records
        while let type = waiting.popLast() {
            guard table(of: type) == nil else { continue }
            var table = [Int](repeating: -1, count: numbers.count)
            for (place, field) in type.outline.enumerated() {
                if let number = numbers[field.name] { table[number] = place }
                if let inner = field.kind.inner { waiting.append(inner) }
            }
            tables.append((ObjectIdentifier(type), fields.count))
            fields += table
        }
    }

    /// - Parameter section: the name that the nodes are about, as it is written; nil outside sections.
    private mutating func compile(_ nodes: [TemplateTree.Node], in section: String? = nil) {
        for node in nodes {
            switch node {
            case .text(let bytes):
                instructions.append(.text(start: texts.count, end: texts.count + bytes.count))
                texts += bytes
            case .value(let name, let isEscaped):
                let isOfSection = name.text == section
                let name = self.name(name)
                instructions.append(
                    isOfSection ? .sectionValue(name, isEscaped: isEscaped) : .value(name, isEscaped: isEscaped))
            case .section(let name, let isInverted, let nodes):
                let (text, name, start) = (name.text, self.name(name), instructions.count)
                instructions.append(.section(name, isInverted: isInverted, end: start))
                compile(nodes, in: isInverted ? nil : text)
                instructions[start] = .section(name, isInverted: isInverted, end: instructions.count)
            case .partial(let name, let indent):
                let place = places[TemplateKey(name: name.text, indent: indent)]
                if let place { instructions.append(.partial(place)) }
            }
        }
    }

    private mutating func name(_ name: TemplateTree.Name) -> Name {
        let all = name.path.map { part in
            if let number = numbers[part] { return number }
            numbers[part] = numbers.count
            return numbers.count - 1
        }
        if all.isEmpty { namesInnermost = true }
        parts.append(Parts(rest: Array(all.dropFirst()), texts: name.path))
        return Name(first: all.first ?? -1, isDotted: all.count > 1, place: parts.count - 1)
    }

    /// The instructions of a template; nil if there is none of that name.
    func body(_ key: TemplateKey) -> Range<Int>? { places[key].map { bodies[$0] } }

    /// Where the table of a type starts in `fields`; nil for a type that no template was compiled for.
    func table(of type: any TemplateRecord.Type) -> Int? {
        let id = ObjectIdentifier(type)
        for table in tables where table.type == id { return table.start }
        return nil
    }
}

/// Identifies a template.
struct TemplateKey: Sendable, Hashable {
    let name: String
    /// The blanks before each of its lines.
    var indent: [UInt8] = []
}
