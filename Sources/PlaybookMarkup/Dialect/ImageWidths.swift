import PlaybookCore

extension Document {
    /// Reads `{width=300}` directly after an image as the image's width in pixels, which is kept as its literal. Mail programs that use the
    /// layout of Word need the width of every image.
    mutating func readImageWidths() {
        guard kinds.contains(.image) else { return }
        for index in nodes.indices {
            guard case .image = nodes[index].kind, nodes[index].next >= 0 else { continue }
            let next = nodes[index].next
            let text = bytes(nodes[Int(next)].literal)
            let start = Array("{width=".utf8)
            guard nodes[Int(next)].kind == .text, text.starts(with: start) else { continue }
            let digits = text.dropFirst(start.count).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard (1...4).contains(digits.count), digits.endIndex < text.endIndex,
                text[digits.endIndex] == UInt8(ascii: "}")
            else { continue }
            let offset = nodes[Int(next)].literal.start + Int32(start.count)
            nodes[index].literal = Span(start: offset, count: Int32(digits.count))
            dropPrefix(start.count + digits.count + 1, of: next)
        }
    }
}
