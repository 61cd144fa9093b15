extension Document {
    /// With each `<br>` as the line break that it is. Tables have no other way to break a line, and what is not HTML, such as titles, the
    /// search and plain text, would join the words around it.
    func breakingLines() -> Document {
        var result = self
        for index in result.nodes.indices where result.nodes[index].kind == .htmlInline {
            guard isLineBreak(bytes(nodes[index].literal)) else { continue }
            result.nodes[index].kind = .lineBreak
            result.nodes[index].literal = .empty
            // The end of the line in the source is no second break.
            let next = Int(nodes[index].next)
            if next > 0, nodes[next].kind == .softBreak { result.nodes[next].kind = .text }
        }
        return result
    }
}
