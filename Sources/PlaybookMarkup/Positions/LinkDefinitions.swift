import PlaybookCore

/// `[label]: https://address "title"`, which is in the file but not in the tree.
package struct LinkDefinition: Sendable, Hashable {
    package let label: String
    /// From its opening bracket to the end of its last line, as offsets in the file.
    package let source: Range<Int>
}

extension Document {
    /// The link definitions in the document's own file, in order: everything that starts like one on a line of which nothing became part of the
    /// tree. CommonMark would accept fewer of them. When they are cut, one too many does no harm, but one too few would be a leak.
    package func linkDefinitions(in file: [UInt8]) -> [LinkDefinition] {
        let start = Int(nodes[0].source.lowerBound)
        guard file[min(start, file.count)...].contains("]", before: ":") else { return [] }
        guard hasLabelEndOutside(file, from: start) else { return [] }
        let shown = shownRanges(in: file)
        var definitions: [LinkDefinition] = []
        var position = start
        for range in shown + [file.count..<file.count] where range.upperBound >= position {
            if range.lowerBound > position {
                definitions += Self.definitions(in: file[position..<min(range.lowerBound, file.count)])
            }
            position = max(position, range.upperBound)
        }
        return definitions
    }

    /// The ranges of the file that are shown: the leaves. For leaves with text, only the range from the first inline to the last, because a
    /// paragraph can begin with definitions.
    private func shownRanges(in file: [UInt8]) -> [Range<Int>] {
        nodes.filter { $0.file == 0 && isShown($0.kind) }.map { Int($0.source.lowerBound)..<Int($0.source.upperBound) }
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    private func isShown(_ kind: Kind) -> Bool {
        switch kind {
        case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link, .image,
            .codeBlock, .htmlBlock, .thematicBreak, .footnoteReference:
            true
        default: false
        }
    }

    /// False if every `]:` is part of something that is shown, such as code. A definition has a `]:` that is not shown.
    private func hasLabelEndOutside(_ file: [UInt8], from start: Int) -> Bool {
        let ends = file.indices.dropFirst(start).dropLast().filter {
            file[$0] == UInt8(ascii: "]") && file[$0 + 1] == UInt8(ascii: ":")
        }
        var isOutside = Array(repeating: true, count: ends.count)
        for node in nodes where node.file == 0 && isShown(node.kind) {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if ends[middle] < Int(node.source.lowerBound) { low = middle + 1 } else { high = middle }
            }
            while low < ends.count, ends[low] < Int(node.source.upperBound), isOutside[low] {
                isOutside[low] = false
                low += 1
            }
        }
        return isOutside.contains(true)
    }

    private static func definitions(in bytes: ArraySlice<UInt8>) -> [LinkDefinition] {
        var found: [LinkDefinition] = []
        var open: (label: String, start: Int)?
        var lineStart = bytes.startIndex
        func close(at end: Int) {
            guard let last = open else { return }
            found.append(LinkDefinition(label: last.label, source: last.start..<end))
            open = nil
        }
        while lineStart < bytes.endIndex {
            let lineEnd = bytes[lineStart...].firstIndex(of: .lineFeed) ?? bytes.endIndex
            let text = withoutContainers(bytes[lineStart..<lineEnd])
            if text.allSatisfy({ $0 == .space || $0 == .tab || $0 == .carriageReturn }) {
                close(at: max(bytes.startIndex, lineStart - 1))
            } else if text.first == UInt8(ascii: "["), text.dropFirst().first != UInt8(ascii: "^"),
                let label = label(bytes[text.startIndex...])
            {
                close(at: max(bytes.startIndex, lineStart - 1))
                open = (label, text.startIndex)
            }
            lineStart = lineEnd + 1
        }
        close(at: bytes.last == .lineFeed ? bytes.endIndex - 1 : bytes.endIndex)
        return found
    }

    /// A line without the markers of the quotations and list items around it.
    private static func withoutContainers(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        func skipBlanks() { line = line.drop { $0 == .space || $0 == .tab } }
        skipBlanks()
        while let first = line.first {
            let digits = line.prefix(9).prefix { (48...57).contains($0) }.count
            let mark = digits > 0 ? line.dropFirst(digits).first : first
            let length: Int
            switch mark {
            case UInt8(ascii: ">") where digits == 0: length = 1
            case UInt8(ascii: "-") where digits == 0, UInt8(ascii: "+") where digits == 0,
                UInt8(ascii: "*") where digits == 0:
                length = 1
            case UInt8(ascii: ".") where digits > 0, UInt8(ascii: ")") where digits > 0: length = digits + 1
            default: return line
            }
            let isQuote = mark == UInt8(ascii: ">")
            guard isQuote || [.space, .tab].contains(line.dropFirst(length).first) else { return line }
            line = line.dropFirst(length)
            skipBlanks()
        }
        return line
    }

    /// The label that a text begins with, if a colon follows; otherwise nil. A label can continue over lines.
    private static func label(_ text: ArraySlice<UInt8>) -> String? {
        var isEscaped = false
        for (offset, byte) in text.dropFirst().prefix(1000).enumerated() {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "[") {
                return nil
            } else if byte == UInt8(ascii: "]") {
                let end = text.startIndex + 1 + offset
                guard text[end...].dropFirst().first == UInt8(ascii: ":") else { return nil }
                return String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self)
            }
        }
        return nil
    }
}
