extension Document {
    /// Where some bytes of a text node are in its file. For a character that is written with an escape or as an
    /// entity, the range has the whole escape or entity.
    ///
    /// - Parameter bytes: a range of the node's text, whose first byte has index 0.
    package func source(of bytes: Range<Int>, in id: NodeID, of file: [UInt8]) -> Range<Int> {
        let node = nodes[Int(id)]
        let literal = self.bytes(node.literal)
        guard Int(node.source.upperBound) <= file.count, node.source.lowerBound <= node.source.upperBound else {
            return Int(node.source.lowerBound)..<Int(node.source.upperBound)
        }
        let source = file.withUnsafeBufferPointer { buffer in
            SourceMap(literal, source: node.source, in: buffer).source(bytes)
        }
        return Int(source.lowerBound)..<Int(source.upperBound)
    }

    /// True for a line break that is written as HTML, such as `<br>`.
    package func isHTMLLineBreak(_ id: NodeID) -> Bool {
        guard case .htmlInline = nodes[Int(id)].kind else { return false }
        return isLineBreak(bytes(nodes[Int(id)].literal))
    }

    /// The title of a link or image; empty if it has none, and for other nodes.
    package func linkTitle(_ id: NodeID) -> String {
        switch nodes[Int(id)].kind {
        case .link(_, let title), .image(_, let title): String(decoding: bytes(title), as: UTF8.self)
        default: ""
        }
    }
}
