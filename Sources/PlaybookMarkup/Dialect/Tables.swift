import PlaybookCore

extension Document {
    /// This document with tables in place of the paragraphs that are laid out as tables.
    ///
    /// libcmark has parsed each of these paragraphs as one run of inlines, in which cells have no ends. So each cell
    /// is parsed again, all cells of a document in one go. They are parsed as headings, the only block whose text
    /// libcmark always takes as inlines, whatever it starts with.
    ///
    /// - Parameters:
    ///   - paragraphs: paragraphs from which something was taken, with the lines that are left. They are parsed again
    ///     as well, because markup may have begun in them and ended in what was taken.
    ///   - definitions: the link reference definitions of the document, for references in cells.
    func makingTables(
        _ tables: [NodeID: TableLayout], paragraphs: [NodeID: [LeafContent.Line]] = [:], definitions: [UInt8]
    ) -> Document {
        var parts = PartText()
        for id in (Array(tables.keys) + paragraphs.keys.filter { tables[$0] == nil }).sorted() {
            parts.add(tables[id]?.leadingLines ?? paragraphs[id] ?? [])
            guard let layout = tables[id] else { continue }
            for row in layout.rows { for cell in row.cells.prefix(layout.alignments.count) { parts.add(cell) } }
        }
        let parsed = parts.parsed(with: definitions)
        var result = emptied()
        let shift = result.adoptPool(of: parsed)
        var blocks = parsed.children(of: 0).makeIterator()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        for id in nodes.indices.dropFirst() {
            let parent = newID[Int(nodes[id].parent)]
            guard parent >= 0 else { continue }
            if let lines = tables[NodeID(id)]?.leadingLines ?? paragraphs[NodeID(id)] {
                if !lines.isEmpty, let quotation = blocks.next() {
                    result.appendChildren(of: quotation, from: parsed, under: parent, movingSpansBy: shift)
                }
                guard let layout = tables[NodeID(id)] else { continue }
                result.append(layout, under: parent) { document, cell in
                    guard let heading = blocks.next() else { return }
                    document.appendChildren(of: heading, from: parsed, under: cell, movingSpansBy: shift)
                }
            } else {
                var node = nodes[id].moved(by: 0)
                node.parent = parent
                newID[id] = result.append(node)
            }
        }
        return result
    }

    /// Adds a table. Every row gets as many cells as the heading has: further cells are left out, missing ones are
    /// empty.
    private mutating func append(_ layout: TableLayout, under parent: NodeID, fill: (inout Document, NodeID) -> Void) {
        func node(_ kind: Kind, _ source: Range<Int>, _ parent: NodeID) -> Node {
            var node = Node(kind: kind, parent: parent)
            node.source = Int32(source.lowerBound)..<Int32(source.upperBound)
            return node
        }
        let start = layout.rows[0].source.lowerBound
        let end = layout.rows.map(\.source.upperBound).max() ?? start
        let table = append(node(.table, start..<max(start, end), parent))
        for (index, row) in layout.rows.enumerated() {
            let rowNode = append(node(.tableRow(isHeading: index == 0), row.source, table))
            for (column, alignment) in layout.alignments.enumerated() {
                let cell = column < row.cells.count ? row.cells[column] : nil
                let source = cell?.source ?? row.source.upperBound..<row.source.upperBound
                let cellNode = append(node(.tableCell(alignment, isHeading: index == 0), source, rowNode))
                if let cell, !cell.text.isEmpty { fill(&self, cellNode) }
            }
        }
    }
}

/// Parts of paragraphs as one text for libcmark: a heading for each cell that is not empty, a quotation for lines.
private struct PartText {
    private var text: [UInt8] = []
    private var origins: [Int] = []

    mutating func add(_ cell: TableLayout.Cell) {
        guard !cell.text.isEmpty else { return }
        origins.append(cell.source.lowerBound - 2)
        // The closing sequence keeps libcmark from taking number signs at the end of the cell for one.
        text += Array("# ".utf8) + cell.text + Array(" #\n".utf8)
    }

    mutating func add(_ lines: [LeafContent.Line]) {
        guard !lines.isEmpty else { return }
        for (index, line) in lines.enumerated() {
            // Indented like code, a line can only continue the paragraph.
            let start = Array((index == 0 ? "> " : ">     ").utf8)
            origins.append(line.origin - start.count)
            text += start + line.text + [.lineFeed]
        }
        // An empty line ends the quotation.
        origins.append(lines[0].origin)
        text.append(.lineFeed)
    }

    /// The headings and quotations. An escaped pipe in code becomes a pipe, as everywhere in a table; elsewhere
    /// libcmark does that.
    func parsed(with definitions: [UInt8]) -> Document {
        var document = (text + definitions).withUnsafeBufferPointer { buffer in
            TreeBuilder(buffer, lines: LineTable(buffer, origins: origins)).document
        }
        for index in document.nodes.indices where document.nodes[index].kind == .code {
            let code = Array(document.bytes(document.nodes[index].literal))
            let unescaped = code.replacing(Array("\\|".utf8), with: Array("|".utf8))
            if unescaped.count < code.count { document.nodes[index].literal = document.store(unescaped) }
        }
        return document
    }
}

/// The lines of a text that define link references, each as a paragraph of its own, for a text that is parsed
/// separately. The address and title of a definition may be on the lines after it.
func linkReferenceDefinitions(in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var definitions: [UInt8] = []
    guard text.contains("]:") else { return definitions }
    var continued = 0
    var lineStart = 0
    while lineStart < text.count {
        let lineEnd = text[lineStart...].firstIndex(of: .lineFeed) ?? text.count
        let start = text[lineStart..<lineEnd].drop { $0 == .space || $0 == .tab || $0 == UInt8(ascii: ">") }
        lineStart = lineEnd + 1
        if start.first == UInt8(ascii: "["), start.dropFirst().first != UInt8(ascii: "^"), start.hasLabelEnd {
            definitions += [.lineFeed] + Array(start) + [.lineFeed]
            continued = 2
        } else if continued > 0, !start.isEmpty {
            definitions += Array(start) + [.lineFeed]
            continued -= 1
        } else {
            continued = 0
        }
    }
    return definitions
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate var hasLabelEnd: Bool {
        zip(self, dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }
    }
}
