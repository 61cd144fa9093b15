import PlaybookCore

/// `<!-- include: ../shared/escalation.md#first-hour -->`: another file, or one section of it, in this place.
package struct Include: Sendable, Hashable {
    package let node: NodeID
    /// The path as it is written, relative to the file that it stands in.
    package let path: String
    /// The id of the heading that the section begins with; nil for the whole file.
    package let section: String?
    /// Where it stands in the file.
    package let source: Range<Int>
    /// False where it has no effect, because it does not stand on a line of its own.
    package let isBlock: Bool
}

/// What stands in the place of an include.
package struct IncludedPart: Sendable {
    fileprivate let document: Document
    fileprivate let roots: [NodeID]
    fileprivate let file: Int32

    /// The text of a file, without a heading of level 1 that it begins with: a page has one title.
    ///
    /// - Parameter file: a number for the file, from 1, that its nodes are marked with.
    package init(_ document: Document, file: Int32) {
        self.document = document
        self.file = file
        let children = document.children(of: 0)
        let hasTitle = children.first.map { document.nodes[Int($0)].kind == .heading(level: 1) } ?? false
        roots = Array(children.dropFirst(hasTitle ? 1 : 0))
    }

    /// One section with its heading, up to the next heading of its level or above. Nil when there is no such heading.
    package init?(_ document: Document, section: String, file: Int32) {
        guard let heading = document.headings.first(where: { $0.id == section }) else { return nil }
        self.document = document
        self.file = file
        let rest = document.children(of: 0).drop { $0 != heading.node }
        let end = rest.dropFirst().firstIndex { node in
            guard case .heading(let level) = document.nodes[Int(node)].kind else { return false }
            return Int(level) <= heading.level
        }
        let section = rest[..<(end ?? rest.endIndex)].filter { document.nodes[Int($0)].kind != .footnotes }
        guard !section.isEmpty else { return nil }
        // Footnotes stand at the end of their file, wherever they are referred to.
        roots = section + document.children(of: 0).filter { document.nodes[Int($0)].kind == .footnotes }
    }

    /// The size of the whole file's text in bytes, for a limit on what includes may add up to.
    package var byteCount: Int { document.pool.count }
}

extension Document {
    /// The includes in order.
    package var includes: [Include] {
        guard kinds.contains(.html) else { return [] }
        return nodes.indices.compactMap { index in
            let isBlock: Bool
            switch nodes[index].kind {
            case .htmlBlock: isBlock = true
            case .htmlInline: isBlock = false
            default: return nil
            }
            guard let target = includeTarget(in: bytes(nodes[index].literal)) else { return nil }
            // By bytes: with a mark behind it, the sign is another character to Swift.
            let sign = target.utf8.firstIndex(of: UInt8(ascii: "#"))
            let source = Int(nodes[index].source.lowerBound)..<Int(nodes[index].source.upperBound)
            return Include(
                node: NodeID(index), path: String(target[..<(sign ?? target.endIndex)]),
                section: sign.map { String(target[target.utf8.index(after: $0)...]) },
                source: source, isBlock: isBlock)
        }
    }

    /// This document with parts of others in the place of includes; their footnotes join those that are here.
    package func including(_ parts: [NodeID: IncludedPart]) -> Document {
        guard !parts.isEmpty else { return self }
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        for index in nodes.indices.dropFirst() {
            let parent = newID[Int(nodes[index].parent)]
            guard let part = parts[NodeID(index)] else {
                var node = nodes[index].moved(by: 0)
                node.parent = parent
                newID[index] = result.append(node)
                continue
            }
            let shift = result.adoptPool(of: part.document)
            for root in part.roots { result.appendSubtree(root, of: part, under: parent, movingSpansBy: shift) }
        }
        return result.numberingFootnotes().settled()
    }

    private mutating func appendSubtree(
        _ root: NodeID, of part: IncludedPart, under parent: NodeID, movingSpansBy shift: Int32
    ) {
        var copies: [NodeID] = []
        for index in root..<part.document.end(of: root) {
            var node = part.document.nodes[Int(index)].moved(by: shift)
            node.parent = index == root ? parent : copies[Int(node.parent - root)]
            if node.file == 0 { node.file = part.file }
            copies.append(append(node))
        }
    }
}

/// What a comment asks to be included; nil for any other HTML.
private func includeTarget(in html: ArraySlice<UInt8>) -> String? {
    // A comment that is no include is the usual case, and a long one is not worth a string.
    guard html.count < 2_000, html.starts(with: "<!--".utf8) else { return nil }
    let text = String(decoding: html.dropFirst(4), as: UTF8.self)
    guard let end = text.firstRange(of: "-->"), text[end.upperBound...].allSatisfy(\.isWhitespace) else { return nil }
    let inner = trimmed(text[..<end.lowerBound])
    guard inner.hasPrefix("include:") else { return nil }
    let target = trimmed(inner.dropFirst("include:".count))
    return target.isEmpty ? nil : String(target)
}

private func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
}
