extension Document {
    /// Appends the text of a subtree without any markup, for a search, with a blank between the texts of different blocks.
    ///
    /// - Parameter omitted: nodes that are left out with everything below them.
    package func appendWords(of root: NodeID, without omitted: Set<NodeID>, to text: inout [UInt8]) {
        var id = root
        while true {
            let node = nodes[Int(id)]
            let isOmitted = !omitted.isEmpty && omitted.contains(id)
            if !isOmitted {
                switch node.kind {
                case .text, .code, .codeBlock: text += bytes(node.literal)
                case .softBreak, .lineBreak: text.append(.space)
                default: break
                }
                if node.firstChild >= 0 {
                    id = node.firstChild
                    continue
                }
            }
            // Back up to the first node that has another beside it.
            while true {
                switch nodes[Int(id)].kind {
                case .paragraph, .heading, .tableCell, .codeBlock, .item: text.append(.space)
                default: break
                }
                if id == root { return }
                if nodes[Int(id)].next >= 0 { break }
                id = nodes[Int(id)].parent
            }
            id = nodes[Int(id)].next
        }
    }
}
