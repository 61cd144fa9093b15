import PlaybookCore

/// `<!-- include: ../shared/escalation.md#first-hour -->`: a request to put another file, or one section of it, in
/// this place.
package struct Include: Sendable, Hashable {
    package let node: NodeID
    /// The path as it is written, relative to the file that contains the include.
    package let path: String
    /// The id of the heading that the section begins with; nil for the whole file.
    package let section: String?
    /// Its place in the file.
    package let source: Range<Int>
    /// False if it has no effect because it is not alone on its line.
    package let isBlock: Bool
}

/// What replaces an include.
package struct IncludedPart: Sendable {
    fileprivate let document: Document
    fileprivate let roots: [NodeID]
    fileprivate let file: Int32

    /// A whole file, without the heading of level 1 that it may start with: a page has one title.
    ///
    /// - Parameter file: the number with which the file's nodes are marked, from 1.
    package init(_ document: Document, file: Int32) {
        self.document = document
        self.file = file
        let children = document.children(of: 0)
        let hasTitle = children.first.map { document.nodes[Int($0)].kind == .heading(level: 1) } ?? false
        roots = Array(children.dropFirst(hasTitle ? 1 : 0))
    }

    /// One section: its heading and everything up to the next heading of the same or a higher level. Nil if the file has no such heading.
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
        // Footnotes are at the end of their file, whichever section refers to them.
        roots = section + document.children(of: 0).filter { document.nodes[Int($0)].kind == .footnotes }
    }

    /// The size of the whole file's text in bytes, for the limit on the sum of all includes.
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
            // Searched by bytes: Swift joins the sign and a mark after it into one Character.
            let sign = target.utf8.firstIndex(of: UInt8(ascii: "#"))
            let source = Int(nodes[index].source.lowerBound)..<Int(nodes[index].source.upperBound)
            return Include(
                node: NodeID(index), path: String(target[..<(sign ?? target.endIndex)]),
                section: sign.map { String(target[target.utf8.index(after: $0)...]) },
                source: source, isBlock: isBlock)
        }
    }

    /// This document with parts of others in place of its includes. Their footnotes are added to those of this
    /// document.
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

/// The path that a comment asks to include; nil for any other HTML.
private func includeTarget(in html: ArraySlice<UInt8>) -> String? {
    // Most comments are not includes, and a long one should not be turned into a string for nothing.
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
