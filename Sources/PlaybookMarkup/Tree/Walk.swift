extension Document {
    /// A step of a walk: a node is entered or left.
    package enum Step: Sendable, Hashable {
        case enter(NodeID)
        case leave(NodeID)
    }

    /// Every node of a subtree in document order, when it is entered and when it is left; this includes leaves. It is a loop and not a recursion,
    /// so that deep trees do not exhaust the stack.
    package func steps(of root: NodeID = 0) -> Steps { Steps(document: self, root: root) }

    /// The steps of a walk over a subtree.
    package struct Steps: Sequence, IteratorProtocol {
        let document: Document
        let root: NodeID
        private var upcoming: Step?

        init(document: Document, root: NodeID) {
            self.document = document
            self.root = root
            upcoming = .enter(root)
        }

        package mutating func next() -> Step? {
            guard let current = upcoming else { return nil }
            switch current {
            case .enter(let id):
                let child = document.nodes[Int(id)].firstChild
                upcoming = child >= 0 ? .enter(child) : .leave(id)
            case .leave(let id):
                let node = document.nodes[Int(id)]
                if id == root {
                    upcoming = nil
                } else {
                    upcoming = node.next >= 0 ? .enter(node.next) : .leave(node.parent)
                }
            }
            return current
        }
    }

    /// The direct children of a node, in order.
    package func children(of id: NodeID) -> [NodeID] {
        var children: [NodeID] = []
        var child = nodes[Int(id)].firstChild
        while child >= 0 {
            children.append(child)
            child = nodes[Int(child)].next
        }
        return children
    }

    /// The text of a subtree as a reader sees it, without markup. Line breaks become blanks; images are left out.
    package func plainText(of root: NodeID) -> String {
        // A subtree is one run of the array.
        var text: [UInt8] = []
        var id = root
        var imageEnd = root
        repeat {
            switch nodes[Int(id)].kind {
            case .image: if id >= imageEnd { imageEnd = end(of: id) }
            case .text where id >= imageEnd, .code where id >= imageEnd: text += bytes(nodes[Int(id)].literal)
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            default: break
            }
            id += 1
        } while id < NodeID(nodes.count) && nodes[Int(id)].parent >= root
        return String(decoding: text, as: UTF8.self)
    }

    /// Everything that a reader may see, with one text on each line: texts, code, alternative texts, addresses and titles.
    package var allTexts: String {
        var lines: [String] = children(of: 0).map { plainText(of: $0) }
        for node in nodes {
            switch node.kind {
            case .link(let url, let title), .image(let url, let title):
                lines += [url, title].map { String(decoding: bytes($0), as: UTF8.self) }
            case .codeBlock, .htmlBlock, .htmlInline, .text:
                lines.append(String(decoding: bytes(node.literal), as: UTF8.self))
            default: break
            }
        }
        return lines.joined(separator: "\n")
    }

    /// What a node itself shows or leads to, with references such as `&#233;` decoded: the text of a text, the
    /// address and title of a link or image, the info string of a code block.
    package func decodedTexts(of id: NodeID) -> [String] {
        switch nodes[Int(id)].kind {
        case .text: [literal(id)]
        case .link(let url, let title), .image(let url, let title): [url, title].map(text)
        case .codeBlock(let info): [text(info)]
        default: []
        }
    }

    private func text(_ span: Span) -> String { String(decoding: bytes(span), as: UTF8.self) }

    var countedWords: Int {
        pool.withUnsafeBufferPointer { pool in
            var words = 0
            for node in nodes {
                switch node.kind {
                case .text, .code, .codeBlock: break
                default: continue
                }
                guard node.literal.count > 0 else { continue }
                let start = Int(node.literal.start)
                if pool[start] > 0x20 { words += 1 }
                // A word begins after a blank. The loop counts without a branch, so that many bytes are counted at once.
                for index in (start + 1)..<(start + Int(node.literal.count)) {
                    words &+= (pool[index] > 0x20 ? 1 : 0) & (pool[index - 1] > 0x20 ? 0 : 1)
                }
            }
            return words
        }
    }

    /// The tree without some of its subtrees.
    func removing(_ removed: Set<NodeID>) -> Document {
        guard !removed.isEmpty else { return self }
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        // Parents come before their children in the array, so one pass is enough.
        for id in nodes.indices.dropFirst() {
            let parent = newID[Int(nodes[id].parent)]
            guard parent >= 0, !removed.contains(NodeID(id)) else { continue }
            var node = nodes[id].moved(by: 0)
            node.parent = parent
            newID[id] = result.append(node)
        }
        return result
    }
}
