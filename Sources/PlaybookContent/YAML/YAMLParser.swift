import CYAML
import PlaybookCore

/// Why a text is not valid YAML or uses more of YAML than is allowed here, and where.
struct YAMLError: Error {
    var message: String
    var source: Range<Int>
    var help: String?
}

/// The result of reading a text as YAML.
struct YAMLReading {
    /// The value; nil if there are only comments, or if the text could not be read.
    var root: YAMLNode?
    /// Why the text could not be read; nil if it could.
    var error: YAMLError?
    /// The places of number signs that, after a blank, cut a value that was probably meant to continue.
    var cuts: [Range<Int>] = []
}

/// Reads one YAML document with libyaml's events. They are used directly because they have the exact place of each
/// value, and cost a tenth of building a generic tree.
///
/// - Parameters:
///   - bytes: a whole file, which is well-formed UTF-8.
///   - range: the part of it that is YAML.
func readYAML(_ bytes: [UInt8], in range: Range<Int>) -> YAMLReading {
    bytes.withUnsafeBufferPointer { file in
        let text = UnsafeBufferPointer(rebasing: file[range])
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            return YAMLReading(error: YAMLError(message: "no memory is left to read YAML", source: range))
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
        var builder = YAMLBuilder(text: text, offset: range.lowerBound)
        do throws(YAMLError) {
            while try builder.takeNext(from: &parser) {}
            return YAMLReading(root: builder.root, cuts: builder.cuts.map(\.source))
        } catch {
            // A comment inside brackets or braces also hides their end, so an error further down follows from it.
            let isConsequence = builder.cuts.contains { $0.isInFlow && $0.source.lowerBound <= error.source.lowerBound }
            return YAMLReading(error: isConsequence ? nil : error, cuts: builder.cuts.map(\.source))
        }
    }
}

/// Builds values from events, with a stack in place of recursion.
private struct YAMLBuilder {
    private struct Open {
        let start: Int
        let isMapping: Bool
        /// True in brackets or braces.
        let isFlow: Bool
        var items: [YAMLNode] = []
        var entries: [YAMLNode.Entry] = []
        /// The key whose value comes next.
        var key: (text: String, source: Range<Int>)?
    }

    /// The deepest nesting that is accepted, deeper than any of our formats has. The limit protects the stack of code
    /// that later walks the values.
    private static let deepest = 32

    var root: YAMLNode?
    /// The places where a ` #` cut a value, and whether the value was inside brackets or braces.
    private(set) var cuts: [(source: Range<Int>, isInFlow: Bool)] = []
    private var open: [Open] = []
    private var offsets: CodePointOffsets

    init(text: UnsafeBufferPointer<UInt8>, offset: Int) {
        offsets = CodePointOffsets(text: text, offset: offset)
    }

    /// Reads one event. Returns false after the last one.
    mutating func takeNext(from parser: inout yaml_parser_t) throws(YAMLError) -> Bool {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxError(parser) }
        defer { yaml_event_delete(&event) }
        let start = offsets.offset(ofCodePoint: Int(event.start_mark.index))
        let end = offsets.offset(ofCodePoint: Int(event.end_mark.index))
        let source = start..<max(start, end)
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(tag: scalar.tag, anchor: scalar.anchor, at: source)
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            if isPlain, let cut = offsets.cut(after: source.upperBound) {
                cuts.append((cut, open.contains(where: \.isFlow)))
            }
            try add(YAMLNode(content: .scalar(text, isPlain: isPlain), source: source))
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            try refuse(tag: sequence.tag, anchor: sequence.anchor, at: source)
            let isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
            try open(Open(start: start, isMapping: false, isFlow: isFlow), at: source)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            try refuse(tag: mapping.tag, anchor: mapping.anchor, at: source)
            let isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
            try open(Open(start: start, isMapping: true, isFlow: isFlow), at: source)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(at: source)
        case YAML_ALIAS_EVENT:
            throw YAMLError(
                message: "an alias is not allowed here", source: source, help: "write the value out")
        case YAML_DOCUMENT_START_EVENT where root != nil:
            throw YAMLError(
                message: "a second document starts here", source: source, help: "put it in a file of its own")
        case YAML_STREAM_END_EVENT: return false
        default: break
        }
        return true
    }

    private mutating func open(_ new: Open, at source: Range<Int>) throws(YAMLError) {
        guard open.count < Self.deepest else {
            throw YAMLError(message: "values are nested more than \(Self.deepest) deep", source: source)
        }
        open.append(new)
    }

    private mutating func close(at source: Range<Int>) throws(YAMLError) {
        let closed = open.removeLast()
        let content: YAMLNode.Content = closed.isMapping ? .mapping(closed.entries) : .sequence(closed.items)
        try add(YAMLNode(content: content, source: closed.start..<source.upperBound))
    }

    private mutating func add(_ node: YAMLNode) throws(YAMLError) {
        // Changed in place, because a list that is taken out and put back would be copied for each of its items.
        let last = open.count - 1
        if last < 0 {
            root = node
        } else if !open[last].isMapping {
            open[last].items.append(node)
        } else if let key = open[last].key {
            open[last].entries.append(YAMLNode.Entry(key: key.text, keySource: key.source, value: node))
            open[last].key = nil
        } else if let text = node.scalar {
            open[last].key = (text, node.source)
        } else {
            throw YAMLError(message: "a key is \(node.kind.rawValue)", source: node.source, help: "write a word")
        }
    }

    private func refuse(
        tag: UnsafeMutablePointer<UInt8>?, anchor: UnsafeMutablePointer<UInt8>?, at source: Range<Int>
    ) throws(YAMLError) {
        if tag != nil {
            throw YAMLError(message: "a tag such as `!!str` is not allowed here", source: source, help: "remove it")
        }
        if anchor != nil {
            throw YAMLError(message: "an anchor is not allowed here", source: source, help: "remove it")
        }
    }

    private mutating func syntaxError(_ parser: yaml_parser_t) -> YAMLError {
        // libyaml's scanner and parser report what they were doing and what was wrong; its reader reports only an
        // offset.
        let isReader = parser.error == YAML_READER_ERROR
        let index = isReader ? Int(parser.problem_offset) : Int(parser.problem_mark.index)
        let start = isReader ? offsets.offset(ofByte: index) : offsets.offset(ofCodePoint: index)
        let problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
        let context = parser.context.map { String(cString: $0) } ?? ""
        if !isReader, let space = offsets.noBreakSpace(inLinesUpTo: start) {
            return YAMLError(
                message: "the blank here is a no-break space (U+00A0), which YAML takes for a letter", source: space,
                help: "delete it and type a blank")
        }
        let first = offsets.offset
        let complaint = YAMLComplaint(
            problem: problem, context: context, noticed: start - first,
            begun: offsets.offset(ofCodePoint: Int(parser.context_mark.index)) - first)
        let mistake = YAMLMistakes(text: offsets.text).mistake(behind: complaint)
        let source = (first + mistake.source.lowerBound)..<(first + mistake.source.upperBound)
        return YAMLError(message: mistake.message, source: source, help: mistake.help)
    }
}

/// Turns libyaml's marks, which count code points, into offsets of bytes. Marks come almost in order, so the position
/// moves only a little each time.
private struct CodePointOffsets {
    let text: UnsafeBufferPointer<UInt8>
    let offset: Int
    private var codePoint = 0
    private var byte = 0

    init(text: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.text = text
        self.offset = offset
    }

    func offset(ofByte byte: Int) -> Int { offset + min(byte, text.count) }

    /// The last no-break space in the line of an offset or in the line above; nil if there is no such space. libyaml
    /// notices the mistake that it causes only at the start of the next line.
    func noBreakSpace(inLinesUpTo end: Int) -> Range<Int>? {
        var index = min(end - offset, text.count - 1)
        var lines = 0
        while index > 0, lines < 2 {
            if text[index] == 0xA0, text[index - 1] == 0xC2 {
                return (offset + index - 1)..<(offset + index + 1)
            }
            if text[index] == UInt8.lineFeed { lines += 1 }
            index -= 1
        }
        return nil
    }

    /// The number sign after a value; nil unless a blank before it and a letter or digit after it make it likely that
    /// it belongs to the value. libyaml skips comments, so it is searched in the source.
    func cut(after end: Int) -> Range<Int>? {
        let start = max(0, end - offset)
        var sign = start
        while sign < text.count, text[sign] == .space || text[sign] == .tab { sign += 1 }
        guard sign > start || (start > 0 && (text[start - 1] == .space || text[start - 1] == .tab)),
            sign + 1 < text.count,
            text[sign] == UInt8(ascii: "#")
        else { return nil }
        let next = String(decoding: text[(sign + 1)..<min(sign + 5, text.count)], as: UTF8.self).unicodeScalars.first
        guard let next, next.properties.isAlphabetic || next.properties.numericType != nil else { return nil }
        return (offset + sign)..<(offset + sign + 1)
    }

    mutating func offset(ofCodePoint target: Int) -> Int {
        while codePoint < target, byte < text.count {
            repeat { byte += 1 } while byte < text.count && text[byte] & 0xC0 == 0x80
            codePoint += 1
        }
        while codePoint > target, byte > 0 {
            repeat { byte -= 1 } while byte > 0 && text[byte] & 0xC0 == 0x80
            codePoint -= 1
        }
        return offset + byte
    }
}
