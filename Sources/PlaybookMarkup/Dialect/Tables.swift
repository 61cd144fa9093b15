import PlaybookCore

extension Document {
    /// This document with tables in the place of the paragraphs that are laid out as such.
    ///
    /// libcmark has parsed each of them as one run of inlines, in which a cell has no end. So the cells are parsed again, each
    /// on its own, all of one document together: as headings, which are the one block whose text libcmark takes as inlines
    /// whatever it starts with.
    ///
    /// - Parameter definitions: the link reference definitions of the document, for the references in cells.
    func makingTables(_ tables: [NodeID: TableLayout], definitions: [UInt8]) -> Document {
        var cells = CellText()
        for id in tables.keys.sorted() {
            guard let layout = tables[id] else { continue }
            for row in layout.rows { for cell in row.cells.prefix(layout.alignments.count) { cells.add(cell) } }
        }
        let parsed = cells.parsed(with: definitions)
        var result = emptied()
        let shift = result.adoptPool(of: parsed)
        var headings = parsed.children(of: 0).makeIterator()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        for id in nodes.indices.dropFirst() {
            let parent = newID[Int(nodes[id].parent)]
            guard parent >= 0 else { continue }
            if let layout = tables[NodeID(id)] {
                if layout.leadingLines > 0 {
                    result.appendLines(layout.leadingLines, of: NodeID(id), from: self, under: parent)
                }
                result.append(layout, under: parent) { document, cell in
                    guard let heading = headings.next() else { return }
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

    /// Adds a table. A row has as many cells as the heading: some more are left out, some fewer filled up.
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

/// The cells of all tables of a document as one text: a heading for each cell that is not empty.
private struct CellText {
    private var text: [UInt8] = []
    private var origins: [Int] = []

    mutating func add(_ cell: TableLayout.Cell) {
        guard !cell.text.isEmpty else { return }
        origins.append(cell.source.lowerBound - 2)
        // A heading's closing sequence keeps one that the cell ends with.
        text += Array("# ".utf8) + cell.text + Array(" #\n".utf8)
    }

    /// The headings. In code an escaped pipe is a pipe, as everywhere in a table; elsewhere libcmark sees to it.
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

/// The lines of a text that define link references, each a paragraph of its own, for a text that is parsed apart from it. A
/// definition's address and title may follow on its next lines.
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
