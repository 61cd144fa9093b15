extension Document {
    /// The block quotes that start with `[!INTERNAL]`: notes for colleagues (docs/markdown.md, "Internal blocks").
    ///
    /// A quotation is internal when its first letters are those of the marker, whatever markup is around them.
    /// `[!INTERNAL]` may be a link, where somebody defined its label, or part of a heading, an item or code; none of
    /// that may publish the block.
    package var internalBlocks: [NodeID] {
        guard nodes.contains(where: { $0.kind == .blockQuote }) else { return [] }
        // Quotations can be nested to any depth, so they must not each search through all those inside them. For each
        // node, the end of its subtree and the place of the next text are computed once.
        var ends = Array(nodes.indices.map { $0 + 1 })
        for index in nodes.indices.dropFirst().reversed() {
            ends[Int(nodes[index].parent)] = max(ends[Int(nodes[index].parent)], ends[index])
        }
        var nextText = [Int](repeating: nodes.count, count: nodes.count + 1)
        for index in nodes.indices.reversed() {
            nextText[index] = letters(of: NodeID(index), atMost: 1).isEmpty ? nextText[index + 1] : index
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

    /// The internal blocks, and the footnotes that are referred to only from them or from such footnotes.
    package var internalParts: [NodeID] {
        let blocks = internalBlocks
        guard !blocks.isEmpty else { return [] }
        let kept = removing(Set(blocks)).numberingFootnotes().footnotes.map(\.place)
        return blocks + footnotes.filter { !kept.contains($0.place) }.map(\.id)
    }

    /// The footnotes, each with its file and its place there.
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

    /// The nodes that consist of the marker of an internal block alone, where it is on a line of its own as usual.
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

    /// The letters, digits and exclamation marks of one node in upper case, also those of code and raw HTML. An image
    /// has the exclamation mark that its markup starts with.
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

/// A document that customers may read. It can only be made by cutting what is internal from a document, so a renderer
/// that takes this type cannot show it to customers (docs/mail.md, "Internal text cannot leak").
package struct CustomerDocument: Sendable {
    /// The document without its internal blocks.
    package let document: Document

    package init(cuttingInternalBlocksFrom document: Document) {
        self.document = document.removing(Set(document.internalBlocks)).numberingFootnotes()
    }
}
