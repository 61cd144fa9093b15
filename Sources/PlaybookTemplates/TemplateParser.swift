import PlaybookCore

/// Reads a template in Mustache (https://github.com/mustache/spec, version 1.4), without lambdas and inheritance.
struct TemplateParser {
    private let bytes: [UInt8]
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var position = 0
    /// The start of the text that is not yet in a node.
    private var textStart = 0
    /// The open sections, the innermost one last. `nodes` has the nodes of each, after those of the whole template.
    private var open: [(section: TemplateTree.Name, isInverted: Bool, tag: Range<Int>)] = []
    private var nodes: [[TemplateTree.Node]] = [[]]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tree of a template.
    ///
    /// - Throws: `TemplateMistake`, the first mistake in it.
    static func parse(_ bytes: [UInt8]) throws(TemplateMistake) -> TemplateTree {
        var parser = TemplateParser(bytes)
        try parser.parse()
        return TemplateTree(nodes: parser.nodes[0])
    }

    private mutating func parse() throws(TemplateMistake) {
        while let start = find(opening, from: position) {
            try readTag(at: start)
        }
        endText(at: bytes.count)
        if let last = open.last {
            throw TemplateMistake(
                message: "the section `\(last.section.text)` has no end", source: last.tag,
                help: "write `{{/\(last.section.text)}}` where it ends")
        }
    }

    private mutating func readTag(at start: Int) throws(TemplateMistake) {
        var contentStart = start + opening.count
        let isRaw = opening == Array("{{".utf8) && bytes[contentStart...].first == UInt8(ascii: "{")
        let end = isRaw ? Array("}}}".utf8) : closing
        if isRaw { contentStart += 1 }
        guard let contentEnd = find(end, from: contentStart) else {
            throw TemplateMistake(
                message: "a tag has no end", source: start..<contentStart, help: "write `}}` after it")
        }
        let tag = start..<(contentEnd + end.count)
        let content = (contentStart + 1)..<max(contentStart + 1, contentEnd)
        let sign = isRaw ? nil : bytes[contentStart..<contentEnd].first
        switch sign {
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            let name = try name(in: content)
            endText(beforeStandalone: tag)
            open.append((name, sign == UInt8(ascii: "^"), tag))
            nodes.append([])
        case UInt8(ascii: "/"):
            let name = try name(in: content)
            guard let section = open.last, section.section.text == name.text else {
                throw unexpectedEnd(name, tag)
            }
            open.removeLast()
            endText(beforeStandalone: tag)
            let inside = nodes.removeLast()
            append(.section(section.section, isInverted: section.isInverted, inside))
        case UInt8(ascii: ">"):
            let name = try name(in: content, isFile: true)
            append(.partial(name, indent: endText(beforeStandalone: tag)))
        case UInt8(ascii: "!"):
            endText(beforeStandalone: tag)
        case UInt8(ascii: "="):
            try changeDelimiters(in: content, tag)
            endText(beforeStandalone: tag)
        case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "*"):
            let source = trimmed(content)
            let text = String(decoding: bytes[source], as: UTF8.self)
            throw TemplateMistake(
                message: "`\(text)` is Mustache that the program's templates do not use", source: source)
        case UInt8(ascii: "&"):
            let name = try name(in: content)
            endText(before: tag)
            append(.value(name, isEscaped: false))
        default:
            let name = try name(in: contentStart..<contentEnd)
            endText(before: tag)
            append(.value(name, isEscaped: !isRaw))
        }
    }

    private func unexpectedEnd(_ name: TemplateTree.Name, _ tag: Range<Int>) -> TemplateMistake {
        guard let section = open.last else {
            return TemplateMistake(message: "no section `\(name.text)` is open here", source: tag, help: "remove it")
        }
        return TemplateMistake(
            message: "`\(name.text)` ends here, but the open section is `\(section.section.text)`", source: tag,
            help: "write `{{/\(section.section.text)}}` first")
    }

    /// The name in a tag. Its parts are separated by dots; the name of a file may have any characters except blanks.
    private func name(in range: Range<Int>, isFile: Bool = false) throws(TemplateMistake) -> TemplateTree.Name {
        let source = trimmed(range)
        let text = String(decoding: bytes[source], as: UTF8.self)
        guard !text.isEmpty, !text.contains(where: \.isWhitespace) else {
            throw TemplateMistake(
                message: text.isEmpty ? "a tag has no name" : "`\(text)` is not a name", source: source,
                help: "names have no blanks")
        }
        if isFile { return TemplateTree.Name(path: [text], source: source) }
        return TemplateTree.Name(path: text == "." ? [] : text.split(separator: ".").map(String.init), source: source)
    }

    private mutating func changeDelimiters(in range: Range<Int>, _ tag: Range<Int>) throws(TemplateMistake) {
        let content = bytes[range].last == UInt8(ascii: "=") ? bytes[range].dropLast() : []
        let parts = content.split { isBlank($0) || $0 == .lineFeed }
        guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
            throw TemplateMistake(
                message: "this tag does not set two delimiters", source: tag,
                help: "write two of them, such as `{{=<% %>=}}`")
        }
        (opening, closing) = (Array(parts[0]), Array(parts[1]))
    }

    private mutating func append(_ node: TemplateTree.Node) { nodes[nodes.count - 1].append(node) }

    private mutating func endText(at end: Int) {
        if end > textStart { append(.text(Array(bytes[textStart..<end]))) }
    }

    /// Ends the text before a tag and continues after the tag.
    private mutating func endText(before tag: Range<Int>) {
        endText(at: tag.lowerBound)
        (position, textStart) = (tag.upperBound, tag.upperBound)
    }

    /// Ends the text before a tag that prints nothing. If the tag is alone on its line, the whole line is left out.
    ///
    /// - Returns: the blanks before the tag, if it is alone on its line.
    @discardableResult
    private mutating func endText(beforeStandalone tag: Range<Int>) -> [UInt8] {
        var start = tag.lowerBound
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        var end = tag.upperBound
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        let startsLine = start == 0 || bytes[start - 1] == .lineFeed
        var next = end
        if next < bytes.count, bytes[next] == .carriageReturn { next += 1 }
        let endsLine = end == bytes.count || next < bytes.count && bytes[next] == .lineFeed
        guard startsLine, endsLine else {
            endText(before: tag)
            return []
        }
        endText(at: start)
        next = min(next + 1, bytes.count)
        (position, textStart) = (next, next)
        return Array(bytes[start..<tag.lowerBound])
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= .space { start += 1 }
        while end > start, bytes[end - 1] <= .space { end -= 1 }
        return start..<end
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first else { return nil }
        var index = start
        while index + needle.count <= bytes.count {
            if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }
}
