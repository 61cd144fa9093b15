/// A part of a text, and the node that it becomes.
struct TextPiece {
    /// The bytes of the text, whose first has index 0.
    let range: Range<Int>
    let kind: Document.Kind
    /// True if the new node gets the part as a text below it; false if it replaces the part.
    var wrapsText = false
    /// The part of the text that a replacing node keeps as its literal.
    var literal: Range<Int>?
}

extension Document {
    /// This document with parts of some texts turned into nodes of their own. The pieces are in order and do not
    /// overlap; what is between them stays text.
    func cutting(_ pieces: [NodeID: [TextPiece]], in file: UnsafeBufferPointer<UInt8>) -> Document {
        guard !pieces.isEmpty else { return self }
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        var ids = pieces.keys.sorted()[...]
        for index in nodes.indices.dropFirst() {
            var node = nodes[index].moved(by: 0)
            node.parent = newID[Int(nodes[index].parent)]
            guard ids.first == NodeID(index), let parts = pieces[NodeID(index)] else {
                newID[index] = result.append(node)
                continue
            }
            ids = ids.dropFirst()
            let map = SourceMap(bytes(node.literal), source: node.source, in: file)
            func part(_ range: Range<Int>, _ kind: Kind, under parent: NodeID) -> Node {
                var part = node
                part.kind = kind
                part.parent = parent
                part.literal = Span(start: node.literal.start + Int32(range.lowerBound), count: Int32(range.count))
                part.source = map.source(range)
                return part
            }
            var position = 0
            for piece in parts {
                if piece.range.lowerBound > position {
                    _ = result.append(part(position..<piece.range.lowerBound, .text, under: node.parent))
                }
                var new = part(piece.range, piece.kind, under: node.parent)
                let literal = piece.literal ?? 0..<0
                new.literal = Span(start: node.literal.start + Int32(literal.lowerBound), count: Int32(literal.count))
                let id = result.append(new)
                if piece.wrapsText { _ = result.append(part(piece.range, .text, under: id)) }
                position = piece.range.upperBound
            }
            if position < Int(node.literal.count) {
                _ = result.append(part(position..<Int(node.literal.count), .text, under: node.parent))
            }
        }
        return result
    }

    /// For each node, whether it is a link or an image, or is inside one.
    var isInLink: [Bool] {
        var result = Array(repeating: false, count: nodes.count)
        for index in nodes.indices.dropFirst() {
            switch nodes[index].kind {
            case .link, .image: result[index] = true
            default: result[index] = result[Int(nodes[index].parent)]
            }
        }
        return result
    }
}
