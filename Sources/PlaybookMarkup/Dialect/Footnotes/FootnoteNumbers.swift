extension Document {
    /// This document with its footnotes at the end, numbered by their first use. Footnotes that nothing refers to are
    /// left out.
    ///
    /// This is done again whenever parts of a document are cut or added, so that a footnote that only an internal
    /// block refers to is removed with the block.
    func numberingFootnotes() -> Document {
        // Most documents have none.
        guard kinds.contains(.footnotes) else { return self }
        var definitions: [FootnoteKey: NodeID] = [:]
        var isFootnote = Array(repeating: false, count: nodes.count)
        var hasReference = false
        for index in nodes.indices.dropFirst() {
            isFootnote[index] = nodes[index].kind == .footnotes || isFootnote[Int(nodes[index].parent)]
            switch nodes[index].kind {
            case .footnote:
                let key = key(NodeID(index))
                if definitions[key] == nil { definitions[key] = NodeID(index) }
            case .footnoteReference: hasReference = true
            default: break
            }
        }
        guard hasReference || !definitions.isEmpty else { return self }
        var numbering = Numbering()
        for index in nodes.indices where !isFootnote[index] { numbering.count(NodeID(index), in: self, definitions) }
        var next = 0
        while next < numbering.order.count {
            let footnote = numbering.order[next]
            for index in footnote..<end(of: footnote) { numbering.count(index, in: self, definitions) }
            next += 1
        }
        return rebuilt(numbering, without: isFootnote)
    }

    private func key(_ id: NodeID) -> FootnoteKey {
        FootnoteKey(file: nodes[Int(id)].file, label: bytes(nodes[Int(id)].literal))
    }

    private struct Numbering {
        /// The footnotes in the order of their numbers.
        var order: [NodeID] = []
        var numbers: [NodeID: Int32] = [:]
        /// How often each is referred to.
        var uses: [NodeID: Int32] = [:]
        /// The new kind of each reference.
        var references: [NodeID: Kind] = [:]

        mutating func count(_ id: NodeID, in document: Document, _ definitions: [FootnoteKey: NodeID]) {
            guard case .footnoteReference = document.nodes[Int(id)].kind else { return }
            guard let footnote = definitions[document.key(id)] else { return }
            if numbers[footnote] == nil {
                order.append(footnote)
                numbers[footnote] = Int32(order.count)
            }
            uses[footnote, default: 0] += 1
            references[id] = .footnoteReference(number: numbers[footnote] ?? 0, use: uses[footnote] ?? 0)
        }
    }

    private func rebuilt(_ numbering: Numbering, without isFootnote: [Bool]) -> Document {
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        func copy(_ index: Int, under parent: NodeID) {
            var node = nodes[index].moved(by: 0)
            node.parent = parent
            if let reference = numbering.references[NodeID(index)] {
                node.kind = reference
            } else if case .footnoteReference = node.kind {
                // The footnote that it referred to is gone.
                let label = bytes(node.literal)
                node.kind = .text
                node.literal = result.store(Array("[^".utf8) + label + Array("]".utf8))
            }
            newID[index] = result.append(node)
        }
        for index in nodes.indices.dropFirst() where !isFootnote[index] {
            copy(index, under: newID[Int(nodes[index].parent)])
        }
        guard !numbering.order.isEmpty else { return result }
        let section = result.append(Node(kind: .footnotes, parent: 0))
        for footnote in numbering.order {
            var node = nodes[Int(footnote)].moved(by: 0)
            node.kind = .footnote(number: numbering.numbers[footnote] ?? 0, uses: numbering.uses[footnote] ?? 0)
            node.parent = section
            newID[Int(footnote)] = result.append(node)
            for index in (footnote + 1)..<max(footnote + 1, end(of: footnote)) {
                copy(Int(index), under: newID[Int(nodes[Int(index)].parent)])
            }
        }
        return result
    }
}
