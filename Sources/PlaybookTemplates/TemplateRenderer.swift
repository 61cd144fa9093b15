import PlaybookCore

/// Prints a template: goes through its instructions and appends to `output`.
struct TemplateRenderer {
    let templates: CompiledTemplates
    /// False for plain text, which needs no escaping.
    let escapes: Bool
    private(set) var output: [UInt8] = []
    /// The values in which names are looked up, that of the innermost section last.
    private var stack: [TemplateValue] = []
    /// For each of these values, where the table of its type starts; nil if the value is not a record.
    private var tables: [Int?] = []

    init(_ templates: CompiledTemplates, escapes: Bool, values: TemplateValue) {
        self.templates = templates
        self.escapes = escapes
        // Most outputs are larger than this, and growing once costs less than growing ten times.
        output.reserveCapacity(16_384)
        push(values)
    }

    mutating func render(_ key: TemplateKey) {
        if let body = templates.body(key) { render(body) }
    }

    private mutating func push(_ value: TemplateValue) {
        if case .record(let record) = value {
            tables.append(templates.table(of: type(of: record)))
        } else {
            tables.append(nil)
        }
        stack.append(value)
    }

    private mutating func pop() {
        stack.removeLast()
        tables.removeLast()
    }

    private mutating func render(_ body: Range<Int>) {
        var place = body.lowerBound
        while place < body.upperBound {
            let instruction = templates.instructions[place]
            place += 1
            switch instruction {
            case .text(let start, let end): output += templates.texts[start..<end]
            case .value(let name, let isEscaped): append(value(of: name), isEscaped: isEscaped && escapes)
            case .section(let name, let isInverted, let end):
                let value = value(of: name)
                if !isInverted {
                    renderSection(place..<end, about: value)
                } else if !value.isThere {
                    render(place..<end)
                }
                place = end
            case .partial(let partial): render(templates.bodies[partial])
            }
        }
    }

    private mutating func renderSection(_ body: Range<Int>, about value: TemplateValue) {
        guard value.isThere else { return }
        guard case .items(let items) = value else {
            push(value)
            render(body)
            pop()
            return
        }
        for element in items {
            push(element)
            render(body)
            pop()
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

    /// The first part of a name is looked up in the innermost section first, each other part in the value found before (specification, "Dotted
    /// Names").
    private func value(of name: Int) -> TemplateValue {
        guard let first = templates.names[name].first else { return stack.last ?? .missing }
        var frame = stack.count
        while frame > 0 {
            frame -= 1
            if let table = tables[frame] {
                let place = templates.fields[table + first]
                guard place >= 0, case .record(let record) = stack[frame] else { continue }
                return rest(of: name, in: record.value(at: place))
            }
            guard case .object(let object) = stack[frame], let found = object[templates.names[name].texts[0]] else {
                continue
            }
            return rest(of: name, in: found)
        }
        return .missing
    }

    /// The value of a name, given the value of its first part.
    private func rest(of name: Int, in first: TemplateValue) -> TemplateValue {
        if templates.names[name].rest.isEmpty { return first }
        var found = first
        for (index, number) in templates.names[name].rest.enumerated() {
            switch found {
            case .record(let record):
                let place = templates.table(of: type(of: record)).map { templates.fields[$0 + number] } ?? -1
                found = place < 0 ? .missing : record.value(at: place)
            case .object(let object): found = object[templates.names[name].texts[index + 1]] ?? .missing
            case .text, .markup, .flag, .items, .missing: return .missing
            }
        }
        return found
    }
}
