import PlaybookCore

/// A plain text or an address that is cut at its merge fields once and filled many times.
package struct FieldText: Sendable {
    private enum Piece: Sendable {
        case text(String)
        /// A field, and how it is written, which is shown if it has no value.
        case field(name: String, written: String)
    }

    private let pieces: [Piece]
    /// As it was written.
    package let text: String
    /// True if there is nothing to fill in.
    package let isPlain: Bool

    package init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var end = 0
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for field in braces(in: bytes[...]) {
            if end < field.lowerBound { pieces.append(.text(part(end..<field.lowerBound))) }
            pieces.append(.field(name: name(in: bytes[field]), written: part(field)))
            end = field.upperBound
        }
        if end < bytes.count { pieces.append(.text(part(end..<bytes.count))) }
        self.pieces = pieces
        isPlain = pieces.allSatisfy { if case .text = $0 { true } else { false } }
    }

    /// The text with its fields replaced by values; one without a value stays as it is.
    package func filled(_ value: (String) -> String?) -> String {
        if isPlain { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 32)
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .field(let name, let written): result += value(name) ?? written
            }
        }
        return result
    }

    /// The same for an address: values are percent-encoded.
    package func filledAddress(_ value: (String) -> String?) -> String {
        filled { name in value(name).map { String(decoding: encodedForAddress($0), as: UTF8.self) } }
    }
}

extension Document {
    /// True if filling a merge field can neither start nor end a part of the document for colleagues. Such parts start in quotations.
    package var canBeFilledAsItIs: Bool {
        nodes.allSatisfy { node in
            switch node.kind {
            case .blockQuote, .alert: false
            default: true
            }
        }
    }

    /// True if merge fields are only in paragraphs that are in no other block and contain only words. Filling a field then changes the lines of
    /// its paragraph, and nothing else.
    package var hasFieldsInPlainParagraphsOnly: Bool {
        for node in nodes {
            switch node.kind {
            case .link(let url, _), .image(let url, _): if !braces(in: bytes(url)).isEmpty { return false }
            case .text where !braces(in: bytes(node.literal)).isEmpty:
                guard let paragraph = paragraph(above: node.parent), hasOnlyWords(paragraph) else { return false }
            default: break
            }
        }
        return true
    }

    /// The paragraph around an inline, if it is in no other block; otherwise nil.
    private func paragraph(above id: NodeID) -> NodeID? {
        var id = id
        while id > 0 {
            let node = nodes[Int(id)]
            switch node.kind {
            case .paragraph: return node.parent == 0 ? id : nil
            case .emphasis, .strong, .strikethrough: id = node.parent
            default: return nil
            }
        }
        return nil
    }

    private func hasOnlyWords(_ paragraph: NodeID) -> Bool {
        for case .enter(let id) in steps(of: paragraph) {
            switch nodes[Int(id)].kind {
            case .paragraph, .text, .softBreak, .code, .emphasis, .strong, .strikethrough: continue
            default: return false
            }
        }
        return true
    }
}
