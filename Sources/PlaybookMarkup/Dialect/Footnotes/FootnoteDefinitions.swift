import PlaybookCore

extension Document {
    /// This document without the paragraphs and lines that define footnotes, and the definitions in order.
    ///
    /// - Returns: `newID` is the new id of each node; -1 for nodes that are gone. A paragraph that keeps some of its
    ///   lines has no children; these lines must be parsed again.
    func takingFootnotes(
        _ layouts: [NodeID: FootnoteLayout], in file: UnsafeBufferPointer<UInt8>, masks: Masks
    ) -> (document: Document, newID: [NodeID], definitions: [FootnoteLayout.Definition]) {
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        var definitions: [FootnoteLayout.Definition] = []
        // The block that would continue the last definition: the next sibling of the paragraph with the definition.
        var continuation: NodeID = -1
        for index in nodes.indices.dropFirst() {
            let id = NodeID(index)
            let parent = newID[Int(nodes[index].parent)]
            guard parent >= 0 else { continue }
            if id == continuation, case .codeBlock(let info) = nodes[index].kind, info.isEmpty {
                let start = Int(nodes[index].source.lowerBound)
                var literal = bytes(nodes[index].literal)
                while literal.last == .lineFeed { literal = literal.dropLast() }
                if FootnoteLayout.Definition.isIndented(literal, at: start, in: file, masks: masks) {
                    definitions[definitions.count - 1].add(block: literal, from: start, in: file)
                    continue
                }
            }
            if let layout = layouts[id] {
                definitions += layout.definitions
                continuation = nodes[index].next
                if !layout.leadingLines.isEmpty {
                    var paragraph = nodes[index].moved(by: 0)
                    (paragraph.kind, paragraph.parent) = (.paragraph, parent)
                    newID[index] = result.append(paragraph)
                }
                if case .heading = nodes[index].kind {
                    let underline = underline(of: id, below: layout, in: file)
                    if underline.text.count >= 3, underline.text.first == UInt8(ascii: "-") {
                        var rule = Node(kind: .thematicBreak, parent: parent)
                        rule.source = Int32(underline.origin)..<Int32(underline.origin + underline.text.count)
                        _ = result.append(rule)
                    } else {
                        // Indented like code, it can only continue the paragraph.
                        definitions[definitions.count - 1].lines.append(
                            LeafContent.Line(text: Array("    ".utf8) + underline.text, origin: underline.origin - 4))
                    }
                }
                continue
            }
            // The children of such a paragraph are parsed again.
            if layouts[nodes[index].parent] != nil {
                newID[index] = -1
                continue
            }
            var node = nodes[index].moved(by: 0)
            node.parent = parent
            newID[index] = result.append(node)
        }
        return (result, newID, definitions)
    }

    /// The underline below a footnote, for which libcmark has made a heading of the footnote and the text above it.
    private func underline(
        of heading: NodeID, below layout: FootnoteLayout, in file: UnsafeBufferPointer<UInt8>
    ) -> LeafContent.Line {
        let last = layout.definitions.last?.lines.last
        var start = last.map { $0.origin + $0.text.count } ?? Int(nodes[Int(heading)].source.lowerBound)
        while start < file.count, file[start] != .lineFeed, file[start] != .carriageReturn { start += 1 }
        while start < file.count, file[start] != UInt8(ascii: "-"), file[start] != UInt8(ascii: "=") { start += 1 }
        var end = start
        while end < file.count, file[end] == file[start] { end += 1 }
        return LeafContent.Line(text: Array(file[start..<end]), origin: start)
    }

    /// Adds the footnotes of a file at the end. They are parsed together as items of a list, because an item closes whatever was left open in it.
    /// Of several footnotes with the same label, the first counts.
    mutating func append(
        _ definitions: [FootnoteLayout.Definition], references: [UInt8], masks: Masks
    ) {
        guard !definitions.isEmpty else { return }
        var text: [UInt8] = []
        var origins: [Int] = []
        for definition in definitions {
            let lines = Array(definition.lines.drop { $0.text.isEmpty })
            for (index, line) in lines.enumerated() {
                text += Array((index == 0 ? "1) " : "   ").utf8) + line.text + [.lineFeed]
                origins.append(line.origin - 3)
            }
            if lines.isEmpty {
                text += Array("1)\n".utf8)
                origins.append(definition.source.lowerBound)
            }
        }
        text += references
        let parsed = text.withUnsafeBufferPointer { buffer in
            let builder = TreeBuilder(buffer, lines: LineTable(buffer, origins: origins))
            return builder.tables.isEmpty
                ? builder.document : builder.document.makingTables(builder.tables, definitions: references)
        }
        let items = parsed.children(of: 0).flatMap { parsed.children(of: $0) }
        let shift = adoptPool(of: parsed)
        let section = append(Node(kind: .footnotes, parent: 0))
        var first: [String: Range<Int>] = [:]
        for (definition, item) in zip(definitions, items) {
            let key = FootnoteKey(file: 0, label: definition.label[...]).label
            if let other = first[key] {
                problems.append(
                    MarkupProblem(
                        .duplicateFootnote(original(definition.label, masks), first: other), definition.source))
                continue
            }
            first[key] = definition.source
            var node = Node(kind: .footnote(number: 0, uses: 0), parent: section)
            node.literal = store(definition.label)
            node.source = Int32(definition.source.lowerBound)..<Int32(definition.source.upperBound)
            let footnote = append(node)
            appendChildren(of: item, from: parsed, under: footnote, movingSpansBy: shift)
        }
    }

    private func original(_ bytes: [UInt8], _ masks: Masks) -> String {
        String(decoding: bytes.map(masks.original), as: UTF8.self)
    }
}

/// The key of a footnote. Labels are compared without case, and only within their file.
struct FootnoteKey: Hashable {
    let file: Int32
    let label: String

    init(file: Int32, label: ArraySlice<UInt8>) {
        self.file = file
        self.label = String(decoding: label, as: UTF8.self).lowercased()
    }
}
