import PlaybookCore

extension Document {
    /// Reads `{#id}` at the end of a heading as the heading's id, which is kept as its literal.
    mutating func readOwnIDs() {
        guard kinds.contains(.heading) else { return }
        for index in nodes.indices {
            guard case .heading = nodes[index].kind, nodes[index].lastChild >= 0 else { continue }
            let last = Int(nodes[index].lastChild)
            let text = bytes(nodes[last].literal)
            guard nodes[last].kind == .text, text.last == UInt8(ascii: "}"),
                let brace = text.lastIndex(of: UInt8(ascii: "{")), brace + 3 < text.endIndex,
                text[brace + 1] == UInt8(ascii: "#"),
                text[(brace + 2)...].dropLast().allSatisfy({ $0 > .space && $0 != UInt8(ascii: "}") })
            else { continue }
            let id = text[(brace + 2)..<(text.endIndex - 1)]
            nodes[index].literal = Span(
                start: nodes[last].literal.start + Int32(id.startIndex - text.startIndex), count: Int32(id.count))
            var kept = text[..<brace]
            while let byte = kept.last, byte == .space || byte == .tab { kept = kept.dropLast() }
            let dropped = Int32(text.count - kept.count)
            nodes[last].literal.count -= dropped
            let source = nodes[last].source
            nodes[last].source = source.lowerBound..<max(source.lowerBound, source.upperBound - dropped)
        }
    }

    /// The id that a heading names for itself; nil if it names none.
    func ownID(_ heading: NodeID) -> String? {
        let id = bytes(nodes[Int(heading)].literal)
        return id.isEmpty ? nil : String(decoding: id, as: UTF8.self)
    }
}
