import PlaybookCore

extension Document {
    /// The tree as lines of JSON, one line for each node in document order: the numbers of the node and its parent, its kind with the values that
    /// belong to it, where it starts and ends in the file (line and column from 1, columns in code points), and the text of a leaf.
    ///
    /// - Parameter bytes: the file that the document was parsed from.
    package func treeLines(of bytes: [UInt8]) -> [UInt8] {
        let lines = LineIndex(bytes)
        let headings = Dictionary(uniqueKeysWithValues: headings.map { ($0.node, $0.id) })
        var output: [UInt8] = []
        for index in nodes.indices {
            let node = nodes[index]
            let start = lines.position(of: Int(node.source.lowerBound), in: bytes)
            let end = lines.position(of: Int(node.source.upperBound), in: bytes)
            var line = "{\"node\": \(index), \"parent\": \(index == 0 ? "null" : "\(node.parent)")"
            for (name, value) in description(of: node) { line += ", \"\(name)\": \(value)" }
            if let id = headings[NodeID(index)] { line += ", \"id\": \(quotedAsJSON(id))" }
            line += ", \"from\": \"\(start.line):\(start.column)\", \"to\": \"\(end.line):\(end.column)\""
            if isTextual(node.kind) { line += ", \"text\": \(quotedAsJSON(literal(NodeID(index))))" }
            output += Array((line + "}\n").utf8)
        }
        return output
    }

    private func isTextual(_ kind: Kind) -> Bool {
        switch kind {
        case .text, .code, .codeBlock, .htmlBlock, .htmlInline: true
        default: false
        }
    }

    private func description(of node: Node) -> [(String, String)] {
        func kind(_ name: String, _ more: (String, String)...) -> [(String, String)] {
            [("kind", "\"\(name)\"")] + more
        }
        func text(_ span: Span) -> String { quotedAsJSON(String(decoding: bytes(span), as: UTF8.self)) }
        switch node.kind {
        case .document: return kind("document")
        case .blockQuote: return kind("block-quote")
        case .list(let list):
            return kind("list", ("start", list.start.map { "\($0)" } ?? "null"), ("tight", "\(list.isTight)"))
        case .item(let isChecked): return kind("item", ("checked", isChecked.map { "\($0)" } ?? "null"))
        case .codeBlock(let info): return kind("code-block", ("info", text(info)))
        case .htmlBlock: return kind("html-block")
        case .paragraph: return kind("paragraph")
        case .heading(let level): return kind("heading", ("level", "\(level)"))
        case .thematicBreak: return kind("thematic-break")
        case .table: return kind("table")
        case .tableRow(let isHeading): return kind("table-row", ("heading", "\(isHeading)"))
        case .tableCell(let alignment, let isHeading):
            return kind("table-cell", ("align", alignment.map { "\"\($0)\"" } ?? "null"), ("heading", "\(isHeading)"))
        case .alert(let alert): return kind("alert", ("alert", "\"\(alert)\""))
        case .footnotes: return kind("footnotes")
        case .footnote(let number, let uses): return kind("footnote", ("number", "\(number)"), ("uses", "\(uses)"))
        case .footnoteReference(let number, let use):
            return kind("footnote-reference", ("number", "\(number)"), ("use", "\(use)"))
        case .text: return kind("text")
        case .softBreak: return kind("soft-break")
        case .lineBreak: return kind("line-break")
        case .code: return kind("code")
        case .htmlInline: return kind("html-inline")
        case .emphasis: return kind("emphasis")
        case .strong: return kind("strong")
        case .strikethrough: return kind("strikethrough")
        case .link(let url, let title): return kind("link", ("url", text(url)), ("title", text(title)))
        case .image(let url, let title): return kind("image", ("url", text(url)), ("title", text(title)))
        }
    }
}
