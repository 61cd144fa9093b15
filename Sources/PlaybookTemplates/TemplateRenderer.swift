import PlaybookCore

/// Prints a template: goes through its instructions and appends to `output`.
struct TemplateRenderer {
    let templates: CompiledTemplates
    /// False for plain text, which needs no escaping.
    let escapes: Bool
    private(set) var output: [UInt8] = []
    /// The values in which names are looked up, with the innermost section last.
    private var stack: [Frame]

    /// A value that a section is about.
    private struct Frame {
        let value: TemplateValue
        /// If the value is a record: the place of the field for each name.
        let table: [Int]
    }

    init(_ templates: CompiledTemplates, escapes: Bool, values: TemplateValue) {
        self.templates = templates
        self.escapes = escapes
        stack = []
        push(values)
    }

    mutating func render(_ key: TemplateKey) {
        if let body = templates.body(key) { render(body) }
    }

    private mutating func push(_ value: TemplateValue) {
        guard case .record(let record) = value else {
            stack.append(Frame(value: value, table: []))
            return
        }
        stack.append(Frame(value: value, table: templates.table(of: type(of: record))))
    }

    private mutating func render(_ instructions: [CompiledTemplates.Instruction]) {
        for instruction in instructions {
            switch instruction {
            case .text(let bytes): output += bytes
            case .value(let name, let isEscaped): append(value(of: name), isEscaped: isEscaped && escapes)
            case .section(let name, let isInverted, let inner):
                let value = value(of: name)
                if !isInverted {
                    renderSection(inner, about: value)
                } else if !value.isThere {
                    render(inner)
                }
            case .partial(let place): if let place { render(templates.bodies[place]) }
            }
        }
    }

    private mutating func renderSection(_ instructions: [CompiledTemplates.Instruction], about value: TemplateValue) {
        guard value.isThere else { return }
        guard case .items(let items) = value else {
            push(value)
            render(instructions)
            stack.removeLast()
            return
        }
        for element in items {
            push(element)
            render(instructions)
            stack.removeLast()
        }
    }

    private mutating func append(_ value: TemplateValue, isEscaped: Bool) {
        switch value {
        case .text(let text) where isEscaped: output.appendEscapedWithQuotes(text.utf8)
        case .text(let text): output += text.utf8
        case .markup(let bytes) where isEscaped: output.appendEscapedWithQuotes(bytes)
        case .markup(let bytes): output += bytes
        case .flag(true): output += "true".utf8
        case .flag(false), .items, .record, .object, .missing: break
        }
    }

    /// The value of a name. Its first part is looked up in the innermost section first, each other part in the value found so far (specification,
    /// "Dotted Names").
    private func value(of name: CompiledTemplates.Name) -> TemplateValue {
        guard let first = name.parts.first else { return stack.last?.value ?? .missing }
        for frame in stack.reversed() {
            guard var found = value(first, name.texts[0], in: frame) else { continue }
            for (part, text) in zip(name.parts, name.texts).dropFirst() { found = value(part, text, in: found) }
            return found
        }
        return .missing
    }

    /// The value of a name in the value of a section; nil if it has no such name.
    private func value(_ number: Int, _ text: String, in frame: Frame) -> TemplateValue? {
        switch frame.value {
        case .record(let record):
            let place = frame.table[number]
            return place < 0 ? nil : record.value(at: place)
        case .object(let object): return object[text]
        case .text, .markup, .flag, .items, .missing: return nil
        }
    }

    private func value(_ number: Int, _ text: String, in value: TemplateValue) -> TemplateValue {
        switch value {
        case .record(let record):
            let place = templates.table(of: type(of: record))[number]
            return place < 0 ? .missing : record.value(at: place)
        case .object(let object): return object[text] ?? .missing
        case .text, .markup, .flag, .items, .missing: return .missing
        }
    }
}
