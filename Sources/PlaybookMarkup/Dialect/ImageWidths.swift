import PlaybookCore

extension Document {
    /// This document with `{width=300}` directly after an image read as the image's width in pixels, which becomes
    /// its literal. Mail programs that lay out text as Word does need a width for every image.
    func readingImageWidths() -> Document {
        var result = self
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
            result.nodes[index].literal = Span(start: offset, count: Int32(digits.count))
            result.dropPrefix(start.count + digits.count + 1, of: next)
        }
        return result
    }
}
