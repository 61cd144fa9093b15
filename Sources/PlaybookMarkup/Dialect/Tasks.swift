import PlaybookCore

extension Document {
    /// Makes tasks of list items that start with `[ ]` or `[x]` (GFM 0.29, section 5.3).
    mutating func markTasks(in file: UnsafeBufferPointer<UInt8>) {
        guard kinds.contains(.item) else { return }
        for index in nodes.indices {
            guard case .item = nodes[index].kind, nodes[index].firstChild >= 0 else { continue }
            let paragraph = nodes[Int(nodes[index].firstChild)]
            guard paragraph.kind == .paragraph, paragraph.firstChild >= 0 else { continue }
            let first = Int(paragraph.firstChild)
            let text = bytes(nodes[first].literal)
            guard nodes[first].kind == .text, text.count >= 4, text.first == UInt8(ascii: "["),
                text[text.startIndex + 2] == UInt8(ascii: "]"),
                [.space, .tab].contains(text[text.startIndex + 3])
            else { continue }
            // `\[ ]` is text.
            let map = SourceMap(text, source: nodes[first].source, in: file)
            guard !map.isEscaped(0, in: file, byte: text[text.startIndex]),
                !map.isEscaped(2, in: file, byte: text[text.startIndex + 2])
            else { continue }
            let mark = text[text.startIndex + 1]
            guard [.space, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(mark) else { continue }
            nodes[index].kind = .item(isChecked: mark != .space)
            dropPrefix(4, of: NodeID(first))
        }
    }

    /// Removes the first bytes of a text.
    mutating func dropPrefix(_ count: Int, of text: NodeID) {
        nodes[Int(text)].literal.start += Int32(count)
        nodes[Int(text)].literal.count -= Int32(count)
        let source = nodes[Int(text)].source
        nodes[Int(text)].source = min(source.lowerBound + Int32(count), source.upperBound)..<source.upperBound
    }
}
