extension Document {
    /// Turns each `<br>` into the line break that it stands for. Tables have no other way to break a line. Without this, texts that are not HTML,
    /// such as titles, the search and plain text, would join the words around it.
    mutating func breakLines() {
        guard kinds.contains(.html) else { return }
        for index in nodes.indices where nodes[index].kind == .htmlInline {
            guard isLineBreak(bytes(nodes[index].literal)) else { continue }
            nodes[index].kind = .lineBreak
            nodes[index].literal = .empty
            // The end of the line in the source is not a second break.
            let next = Int(nodes[index].next)
            if next > 0, nodes[next].kind == .softBreak { nodes[next].kind = .text }
        }
    }
}
