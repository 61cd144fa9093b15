extension Document {
    /// The index after a node's subtree. Nodes are in document order, so a subtree is one run of the array.
    func end(of id: NodeID) -> NodeID {
        var end = id + 1
        while end < NodeID(nodes.count), nodes[Int(end)].parent >= id { end += 1 }
        return end
    }

    /// A document that has only its root and shares the texts of this one.
    func emptied() -> Document {
        var document = Document()
        document.pool = pool
        document.problems = problems
        document.nodes[0] = nodes[0]
        document.nodes.reserveCapacity(nodes.count + nodes.count / 8)
        (document.nodes[0].firstChild, document.nodes[0].lastChild) = (-1, -1)
        return document
    }

    /// Adds the texts of another document.
    ///
    /// - Returns: the offset that must be added to that document's spans.
    mutating func adoptPool(of other: Document) -> Int32 {
        defer { pool += other.pool }
        return Int32(pool.count)
    }

    /// Adds copies of the children of another document's node, with everything below them.
    mutating func appendChildren(of id: NodeID, from other: Document, under parent: NodeID, movingSpansBy shift: Int32)
    {
        var copies: [NodeID] = []
        for index in (id + 1)..<max(id + 1, other.end(of: id)) {
            var node = other.nodes[Int(index)].moved(by: shift)
            node.parent = node.parent == id ? parent : copies[Int(node.parent - id - 1)]
            copies.append(append(node))
        }
    }
}

extension Document.Node {
    /// The node without links to other nodes, and with its spans moved.
    func moved(by shift: Int32) -> Document.Node {
        var node = self
        (node.firstChild, node.lastChild, node.next) = (-1, -1, -1)
        node.literal.start += shift
        switch kind {
        case .link(var url, var title):
            url.start += shift
            title.start += shift
            node.kind = .link(url: url, title: title)
        case .image(var url, var title):
            url.start += shift
            title.start += shift
            node.kind = .image(url: url, title: title)
        case .codeBlock(var info):
            info.start += shift
            node.kind = .codeBlock(info: info)
        default: break
        }
        return node
    }
}
