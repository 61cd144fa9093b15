import PlaybookCore

/// A piece of raw HTML that readers would miss if it were left out.
package struct RawHTML: Sendable, Hashable {
    package let node: NodeID
    /// Its own source in the file.
    package let source: Range<Int>
    /// The number of the file that it was included from; 0 for the document's own.
    package let file: Int32
}

extension Document {
    /// False if there is no raw HTML.
    package var mayHaveHTML: Bool { kinds.contains(.html) }

    /// The blocks and inlines of raw HTML that have content for readers, in order: all except comments, line breaks and closing tags.
    package var rawHTML: [RawHTML] {
        guard kinds.contains(.html) else { return [] }
        return nodes.indices.compactMap { index in
            let node = nodes[index]
            guard node.kind == .htmlBlock || node.kind == .htmlInline, saysSomething(bytes(node.literal)) else {
                return nil
            }
            let source = Int(node.source.lowerBound)..<Int(node.source.upperBound)
            return RawHTML(node: NodeID(index), source: source, file: node.file)
        }
    }
}

/// True unless HTML has only closed comments, line breaks, closing tags and blanks.
private func saysSomething(_ html: ArraySlice<UInt8>) -> Bool {
    var rest = html
    while true {
        rest = rest.drop { $0 <= 0x20 }
        if rest.isEmpty { return false }
        if rest.starts(with: "<!--".utf8) {
            // A comment without an end hides everything after it.
            guard let end = end(of: Array("-->".utf8), in: rest.dropFirst(4)) else { return true }
            rest = rest[end...]
            continue
        }
        guard rest.first == UInt8(ascii: "<"), let end = end(of: [UInt8(ascii: ">")], in: rest) else { return true }
        guard rest.starts(with: "</".utf8) || isLineBreak(rest[..<end]) else { return true }
        rest = rest[end...]
    }
}

/// The index after the first occurrence of some bytes, or nil.
private func end(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - pattern.count)).first {
        bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
    .map { $0 + pattern.count }
}

/// True for `<br>` in any spelling.
func isLineBreak(_ html: ArraySlice<UInt8>) -> Bool {
    guard html.count <= 16, html.first == UInt8(ascii: "<") else { return false }
    let isNamed = html.dropFirst().prefix(2).map { $0 | 0x20 }.elementsEqual("br".utf8)
    let rest = html.dropFirst(3).drop { $0 <= 0x20 }
    return isNamed && (rest.elementsEqual(">".utf8) || rest.elementsEqual("/>".utf8))
}
