import PlaybookCore

extension Document {
    /// This document with what stands between `~` or `~~` struck through (GFM 0.29, section 6.5).
    func strikingThrough(in file: UnsafeBufferPointer<UInt8>) -> Document {
        guard pool.contains(UInt8(ascii: "~")) else { return self }
        var pairs: [NodeID: [Cut]] = [:]
        for index in nodes.indices where nodes[index].firstChild >= 0 {
            for (id, cuts) in strikethroughs(of: NodeID(index), in: file) { pairs[id] = cuts }
        }
        guard !pairs.isEmpty else { return self }
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        // Inside a strikethrough, siblings get another parent than their own.
        var open: [NodeID: NodeID] = [:]
        for index in nodes.indices.dropFirst() {
            let oldParent = nodes[index].parent
            var parent = open[oldParent] ?? newID[Int(oldParent)]
            var node = nodes[index].moved(by: 0)
            guard let cuts = pairs[NodeID(index)] else {
                node.parent = parent
                newID[index] = result.append(node)
                continue
            }
            var position = 0
            func piece(_ range: Range<Int>) -> Node {
                var piece = node
                piece.literal.start += Int32(range.lowerBound)
                piece.literal.count = Int32(range.count)
                let start = min(node.source.lowerBound + Int32(range.lowerBound), node.source.upperBound)
                piece.source = start..<min(start + Int32(range.count), node.source.upperBound)
                piece.parent = parent
                return piece
            }
            for cut in cuts {
                if cut.range.lowerBound > position { _ = result.append(piece(position..<cut.range.lowerBound)) }
                if cut.opens {
                    var strike = piece(cut.range)
                    strike.kind = .strikethrough
                    strike.literal = .empty
                    parent = result.append(strike)
                    open[oldParent] = parent
                } else {
                    let end = piece(cut.range).source.upperBound
                    let start = result.nodes[Int(parent)].source.lowerBound
                    result.nodes[Int(parent)].source = start..<max(start, end)
                    parent = result.nodes[Int(parent)].parent
                    open[oldParent] = parent
                }
                position = cut.range.upperBound
            }
            if position < Int(node.literal.count) { _ = result.append(piece(position..<Int(node.literal.count))) }
        }
        return result
    }

    /// Tildes in a text that open or close a strikethrough.
    private struct Cut {
        let range: Range<Int>
        let opens: Bool
    }

    /// The cuts in the texts among the children of a node. An opener is closed by the next run of as many tildes; they do not nest.
    private func strikethroughs(of parent: NodeID, in file: UnsafeBufferPointer<UInt8>) -> [NodeID: [Cut]] {
        var cuts: [NodeID: [Cut]] = [:]
        var opener: (id: NodeID, range: Range<Int>)?
        var child = nodes[Int(parent)].firstChild
        while child >= 0 {
            defer { child = nodes[Int(child)].next }
            guard nodes[Int(child)].kind == .text else { continue }
            for run in tildes(in: child, file) {
                if let from = opener, run.canClose, from.range.count == run.range.count {
                    cuts[from.id, default: []].append(Cut(range: from.range, opens: true))
                    cuts[child, default: []].append(Cut(range: run.range, opens: false))
                    opener = nil
                } else if run.canOpen {
                    opener = (child, run.range)
                }
            }
        }
        return cuts
    }

    private func tildes(
        in id: NodeID, _ file: UnsafeBufferPointer<UInt8>
    ) -> [(range: Range<Int>, canOpen: Bool, canClose: Bool)] {
        let node = nodes[Int(id)]
        let tilde = UInt8(ascii: "~")
        guard bytes(node.literal).contains(tilde) else { return [] }
        let text = Array(bytes(node.literal))
        let map = SourceMap(text[...], source: node.source, in: file)
        var runs: [(Range<Int>, Bool, Bool)] = []
        var index = 0
        while index < text.count {
            guard text[index] == tilde, !map.isEscaped(index, in: file, byte: tilde) else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] == tilde, !map.isEscaped(end, in: file, byte: tilde) { end += 1 }
            if end - index <= 2 {
                // What is beside the text among its siblings is markup, which is no blank.
                let before =
                    index > 0 ? text[index - 1] : (node.parent >= 0 && isFirst(id) ? .space : UInt8(ascii: "*"))
                let after = end < text.count ? text[end] : (node.next < 0 ? .space : UInt8(ascii: "*"))
                runs.append((index..<end, after > .space, before > .space))
            }
            index = end
        }
        return runs.map { (range: $0.0, canOpen: $0.1, canClose: $0.2) }
    }

    private func isFirst(_ id: NodeID) -> Bool { nodes[Int(nodes[Int(id)].parent)].firstChild == id }
}
