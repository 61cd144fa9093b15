import PlaybookCore

/// Prints a template: goes through its instructions and appends to `output`.
struct TemplateRenderer {
    let templates: CompiledTemplates
    /// False for plain text, which needs no escaping.
    let escapes: Bool
    private(set) var output: [UInt8] = []
    /// More values than that are rendered on all cores.
    static let fewItems = 256
    /// What names are looked up in: the innermost section last.
    private var stack: [Frame] = []
    /// The records in it. A field is read from here without a copy of its record, which would count references.
    private var records: [any TemplateRecord] = []

    private struct Frame {
        /// What it is about, but for a record.
        let value: TemplateValue
        /// Where the table of the record's type starts; -1 for what is no record.
        let table: Int
        /// The record's place in `records`.
        let record: Int
    }

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
        if case .record(let record) = value, let table = templates.table(of: type(of: record)) {
            stack.append(Frame(value: .missing, table: table, record: records.count))
            records.append(record)
        } else {
            stack.append(Frame(value: value, table: -1, record: -1))
        }
    }

    private mutating func pop() {
        if stack.removeLast().table >= 0 { records.removeLast() }
    }

    /// Renders a template of which a section has many values: these are rendered in parts on all cores.
    ///
    /// - Returns: the output in pieces, in order.
    mutating func renderOnAllCores(_ key: TemplateKey, _ values: TemplateValue) async -> [[UInt8]] {
        guard let body = templates.body(key) else { return [] }
        let (templates, escapes) = (templates, escapes)
        var pieces: [[UInt8]] = []
        var place = body.lowerBound
        while place < body.upperBound {
            guard case .section(let name, isInverted: false, let end) = templates.instructions[place] else {
                place = render(at: place)
                continue
            }
            let (inner, value) = ((place + 1)..<end, value(of: name))
            place = end
            guard case .items(let items) = value, items.count > Self.fewItems else {
                renderSection(inner, about: value)
                continue
            }
            pieces.append(output)
            output = []
            pieces += await items.concurrentParts { part in
                var renderer = TemplateRenderer(templates, escapes: escapes, values: values)
                renderer.renderSection(inner, about: .items(Array(part)))
                return renderer.output
            }
        }
        return pieces + [output]
    }

    private mutating func render(_ body: Range<Int>) {
        var place = body.lowerBound
        while place < body.upperBound { place = render(at: place) }
    }

    /// Renders an instruction, and what it is about.
    ///
    /// - Returns: the place of the next one.
    @inline(__always)
    private mutating func render(at start: Int) -> Int {
        var place = start + 1
        switch templates.instructions[start] {
        case .text(let start, let end): output += templates.texts[start..<end]
        case .value(let name, let isEscaped): append(value(of: name), isEscaped: isEscaped && escapes)
        case .sectionValue(let name, let isEscaped):
            switch stack.last?.value {
            case .text, .markup: append(stack[stack.count - 1].value, isEscaped: isEscaped && escapes)
            default: append(value(of: name), isEscaped: isEscaped && escapes)
            }
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
        return place
    }

    private mutating func renderSection(_ body: Range<Int>, about value: TemplateValue) {
        guard value.isThere else { return }
        if case .flag = value, !templates.namesInnermost {
            render(body)
            return
        }
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

    /// A name's first part is looked for in the innermost section first, the others in what was found (specification, "Dotted Names").
    private func value(of name: CompiledTemplates.Name) -> TemplateValue {
        guard name.first >= 0 else { return innermost }
        var frame = stack.count
        while frame > 0 {
            frame -= 1
            let found: TemplateValue
            let table = stack[frame].table
            if table >= 0 {
                let place = templates.fields[table + name.first]
                guard place >= 0 else { continue }
                found = records[stack[frame].record].value(at: place)
            } else {
                guard case .object(let object) = stack[frame].value,
                    let inner = object[templates.parts[name.place].texts[0]]
                else { continue }
                found = inner
            }
            return name.isDotted ? rest(of: templates.parts[name.place], in: found) : found
        }
        return .missing
    }

    /// The value of `.`.
    private var innermost: TemplateValue {
        guard let frame = stack.last else { return .missing }
        return frame.table >= 0 ? .record(records[frame.record]) : frame.value
    }

    /// The value of the parts of a name behind its first.
    private func rest(of name: CompiledTemplates.Parts, in first: TemplateValue) -> TemplateValue {
        var found = first
        for (index, number) in name.rest.enumerated() {
            switch found {
            case .record(let record):
                let place = templates.table(of: type(of: record)).map { templates.fields[$0 + number] } ?? -1
                found = place < 0 ? .missing : record.value(at: place)
            case .object(let object): found = object[name.texts[index + 1]] ?? .missing
            case .text, .markup, .flag, .items, .missing: return .missing
            }
        }
        return found
    }
}
