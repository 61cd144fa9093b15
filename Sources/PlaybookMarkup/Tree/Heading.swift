import PlaybookCore

/// A heading with what others need to refer to it.
package struct Heading: Sendable, Hashable {
    package let node: NodeID
    /// 1 to 6.
    package let level: Int
    /// What a reader sees, without markup.
    package let text: String
    /// The id that links name after `#`, unique in its document.
    package let id: String

    package init(node: NodeID, level: Int, text: String, id: String) {
        self.node = node
        self.level = level
        self.text = text
        self.id = id
    }
}

extension Document {
    var foundHeadings: [Heading] {
        guard kinds.contains(.heading) else { return [] }
        var slugs = SlugCounter()
        // A heading keeps the id that it names for itself; ids made from texts are numbered so that they differ from
        // those.
        var ids: [NodeID: String] = [:]
        for index in nodes.indices {
            guard case .heading = nodes[index].kind, let id = ownID(NodeID(index)) else { continue }
            ids[NodeID(index)] = slugs.unique(id)
        }
        return nodes.indices.compactMap { index in
            guard case .heading(let level) = nodes[index].kind else { return nil }
            let text = plainText(of: NodeID(index))
            let id = ids[NodeID(index)] ?? slugs.unique(slug(text))
            return Heading(node: NodeID(index), level: Int(level), text: text, id: id)
        }
    }

    /// Adds a problem for each heading that names an id which a heading before it has named.
    mutating func reportDuplicateIDs() {
        guard kinds.contains(.heading) else { return }
        var seen: Set<String> = []
        for index in nodes.indices {
            guard case .heading = nodes[index].kind, let id = ownID(NodeID(index)), !seen.insert(id).inserted else {
                continue
            }
            let source = nodes[index].source
            problems.append(MarkupProblem(.duplicateHeadingID(id), Int(source.lowerBound)..<Int(source.upperBound)))
        }
    }
}

/// A link or an image, for checks.
package struct Link: Sendable, Hashable {
    package let node: NodeID
    package let isImage: Bool
    package let url: String
    /// Its own source in the file, delimiters included.
    package let source: Range<Int>
    /// The number of the file that it was included from; 0 for the document's own.
    package let file: Int32

    package init(node: NodeID, isImage: Bool, url: String, source: Range<Int>, file: Int32) {
        self.node = node
        self.isImage = isImage
        self.url = url
        self.source = source
        self.file = file
    }
}

extension Document {
    /// The links and images in order.
    package var links: [Link] {
        guard !kinds.isDisjoint(with: [.link, .image]) else { return [] }
        return nodes.indices.compactMap { index in
            let node = nodes[index]
            let isImage: Bool
            switch node.kind {
            case .link: isImage = false
            case .image: isImage = true
            default: return nil
            }
            let source = Int(node.source.lowerBound)..<Int(node.source.upperBound)
            return Link(node: NodeID(index), isImage: isImage, url: url(NodeID(index)), source: source, file: node.file)
        }
    }
}
