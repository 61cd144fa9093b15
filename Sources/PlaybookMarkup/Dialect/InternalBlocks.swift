import PlaybookCore

extension Document {
    var foundInternalBlocks: [NodeID] {
        guard kinds.contains(.blockQuote), nodes.contains(where: { $0.kind == .blockQuote }) else { return [] }
        // Quotations can be nested without end, so a quotation must not search those inside it again. Instead, the end of each node's subtree and
        // the place of the next text are computed once.
        var ends = Array(nodes.indices.map { $0 + 1 })
        for index in nodes.indices.dropFirst().reversed() {
            ends[Int(nodes[index].parent)] = max(ends[Int(nodes[index].parent)], ends[index])
        }
        var nextText = [Int](repeating: nodes.count, count: nodes.count + 1)
        for index in nodes.indices.reversed() {
            nextText[index] = hasLetters(NodeID(index)) ? index : nextText[index + 1]
        }
        return nodes.indices.compactMap { index in
            guard nodes[index].kind == .blockQuote else { return nil }
            var start: [UInt8] = []
            var text = nextText[index]
            while text < ends[index], start.count < Self.marker.count {
                start += letters(of: NodeID(text), atMost: Self.marker.count)
                text = nextText[text + 1]
            }
            return start.starts(with: Self.marker) ? NodeID(index) : nil
        }
    }

    func foundInternalParts(_ blocks: [NodeID]) -> [NodeID] {
        guard !blocks.isEmpty else { return [] }
        let kept = removing(Set(blocks)).numberingFootnotes().footnotes.map(\.place)
        return blocks + footnotes.filter { !kept.contains($0.place) }.map(\.id)
    }

    /// The footnotes, each with its file and its place in that file.
    private var footnotes: [(id: NodeID, place: [Int32])] {
        nodes.indices.compactMap { index in
            guard case .footnote = nodes[index].kind else { return nil }
            let source = nodes[index].source
            return (NodeID(index), [nodes[index].file, source.lowerBound, source.upperBound])
        }
    }

    /// True for a node that is one of these or is inside one.
    package func isWithin(_ blocks: Set<NodeID>, _ node: NodeID) -> Bool {
        var node = node
        while node > 0 {
            if blocks.contains(node) { return true }
            node = nodes[Int(node)].parent
        }
        return false
    }

    /// The nodes that consist only of the marker of an internal block, if it is on a line of its own, as usual.
    func marker(of block: NodeID) -> [NodeID] {
        let paragraph = nodes[Int(block)].firstChild
        guard paragraph >= 0, nodes[Int(paragraph)].kind == .paragraph else { return [] }
        let children = children(of: paragraph)
        guard let first = children.first, nodes[Int(first)].kind == .text,
            literal(first).uppercased() == "[!INTERNAL]"
        else { return [] }
        guard children.count > 1 else { return [paragraph] }
        switch nodes[Int(children[1])].kind {
        case .softBreak, .lineBreak: return Array(children.prefix(2))
        default: return []
        }
    }

    static var marker: [UInt8] { Array("!INTERNAL".utf8) }

    private func hasLetters(_ id: NodeID) -> Bool {
        if case .image = nodes[Int(id)].kind { return true }
        return bytes(nodes[Int(id)].literal).contains {
            $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "!") || $0 >= 0x80
        }
    }

    /// The letters, digits and exclamation marks of one node in upper case, also those of code and raw HTML. An image gives the exclamation mark
    /// with which it is written.
    func letters(of id: NodeID, atMost count: Int) -> [UInt8] {
        if case .image = nodes[Int(id)].kind { return [UInt8(ascii: "!")] }
        var letters: [UInt8] = []
        for byte in bytes(nodes[Int(id)].literal) where letters.count < count {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): letters.append(byte & ~0x20)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"),
                0x80...:
                letters.append(byte)
            default: break
            }
        }
        return letters
    }
}

/// A document that customers may read. It can only be made by cutting internal parts from a document, so a renderer that takes this type cannot
/// show them to customers (docs/mail.md, "Internal text cannot leak").
package struct CustomerDocument: Sendable {
    /// The document without its internal blocks.
    package let document: Document

    package init(cuttingInternalBlocksFrom document: Document) {
        let blocks = document.internalBlocks
        self.document =
            blocks.isEmpty
            ? document.numberingFootnotes() : document.removing(Set(blocks)).numberingFootnotes().settled()
    }
}
