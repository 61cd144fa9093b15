import PlaybookCore

/// Prints a template: a walk over its nodes that appends to bytes.
struct TemplateRenderer {
    /// Templates by name and the blanks before each of their lines.
    let templates: [TemplateKey: TemplateTree]
    /// False for plain text, in which nothing need be escaped.
    let escapes: Bool
    private(set) var output: [UInt8] = []
    /// What names are looked up in: the innermost section last.
    private var stack: [TemplateValue]

    init(_ templates: [TemplateKey: TemplateTree], escapes: Bool, values: TemplateValue) {
        self.templates = templates
        self.escapes = escapes
        stack = [values]
    }

    mutating func render(_ key: TemplateKey) {
        guard let tree = templates[key] else { return }
        render(tree.nodes)
    }

    private mutating func render(_ nodes: [TemplateTree.Node]) {
        for node in nodes {
            switch node {
            case .text(let bytes): output += bytes
            case .value(let name, let isEscaped): append(value(of: name), isEscaped: isEscaped && escapes)
            case .section(let name, let isInverted, let nodes):
                let value = value(of: name)
                if !isInverted {
                    renderSection(nodes, about: value)
                } else if !value.isThere {
                    render(nodes)
                }
            case .partial(let name, let indent): render(TemplateKey(name: name.text, indent: indent))
            }
        }
    }

    private mutating func renderSection(_ nodes: [TemplateTree.Node], about value: TemplateValue) {
        guard value.isThere else { return }
        guard case .items(let items) = value else {
            stack.append(value)
            render(nodes)
            stack.removeLast()
            return
        }
        for element in items {
            stack.append(element)
            render(nodes)
            stack.removeLast()
        }
    }

    private mutating func append(_ value: TemplateValue, isEscaped: Bool) {
        switch value {
        case .text(let text) where isEscaped: output.appendEscapedWithQuotes(text.utf8)
        case .text(let text): output += text.utf8
        case .flag(true): output += "true".utf8
        case .flag(false), .items, .object, .missing: break
        }
    }

    /// A name's first part is looked for in the innermost section first, the others in what was found (specification, "Dotted Names").
    private func value(of name: TemplateTree.Name) -> TemplateValue {
        guard let first = name.path.first else { return stack.last ?? .missing }
        for values in stack.reversed() {
            guard case .object(let object) = values, var found = object[first] else { continue }
            for part in name.path.dropFirst() {
                guard case .object(let object) = found else { return .missing }
                found = object[part] ?? .missing
            }
            return found
        }
        return .missing
    }
}

/// What a template is found by.
struct TemplateKey: Sendable, Hashable {
    let name: String
    /// The blanks before each of its lines.
    var indent: [UInt8] = []
}
