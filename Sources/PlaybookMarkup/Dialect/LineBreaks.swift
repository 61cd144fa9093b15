extension Document {
    /// This document with each `<br>` turned into a line break. In tables it is the only way to break a line. Where
    /// HTML is left out, in titles, the search and plain text, the words around it would otherwise be joined.
    func breakingLines() -> Document {
        var result = self
        for index in result.nodes.indices where result.nodes[index].kind == .htmlInline {
            guard isLineBreak(bytes(nodes[index].literal)) else { continue }
            result.nodes[index].kind = .lineBreak
            result.nodes[index].literal = .empty
            // The end of the line in the source is not a second break.
            let next = Int(nodes[index].next)
            if next > 0, nodes[next].kind == .softBreak { result.nodes[next].kind = .text }
        }
        return result
    }
}
