import PlaybookCore

extension Document {
    /// This document with `[^label]` in its texts turned into references if such a footnote exists. Others are reported as problems and stay
    /// text.
    func referringToFootnotes(_ masks: Masks, in file: UnsafeBufferPointer<UInt8>) -> Document {
        var document = self
        var defined: Set<FootnoteKey> = []
        for node in nodes {
            if case .footnote = node.kind { defined.insert(FootnoteKey(file: 0, label: bytes(node.literal))) }
        }
        var used: Set<FootnoteKey> = []
        var pieces: [NodeID: [TextPiece]] = [:]
        let isInLink = isInLink
        for index in nodes.indices where nodes[index].kind == .text {
            let text = bytes(nodes[index].literal)
            let references = masks.references(in: text)
            guard !references.isEmpty else { continue }
            let map = SourceMap(text, source: nodes[index].source, in: file)
            for (name, whole) in references {
                let range = (whole.lowerBound - text.startIndex)..<(whole.upperBound - text.startIndex)
                let source = map.source(range)
                // With an escape, such as `\[^1]`, it is text.
                guard source.count == range.count else { continue }
                let key = FootnoteKey(file: 0, label: text[name])
                if defined.contains(key), !isInLink[index] {
                    used.insert(key)
                    pieces[NodeID(index), default: []].append(
                        TextPiece(
                            range: range, kind: .footnoteReference(number: 0, use: 0),
                            literal: (range.lowerBound + 2)..<(range.upperBound - 1)))
                } else {
                    let name = String(decoding: text[name].map(masks.original), as: UTF8.self)
                    document.problems.append(
                        MarkupProblem(.undefinedFootnote(name), Int(source.lowerBound)..<Int(source.upperBound)))
                }
            }
        }
        for node in nodes {
            guard case .footnote = node.kind, !used.contains(FootnoteKey(file: 0, label: bytes(node.literal))) else {
                continue
            }
            let name = String(decoding: bytes(node.literal).map(masks.original), as: UTF8.self)
            document.problems.append(
                MarkupProblem(.unusedFootnote(name), Int(node.source.lowerBound)..<Int(node.source.upperBound)))
        }
        return document.cutting(pieces, in: file)
    }

    /// Restores every byte that was hidden from libcmark.
    mutating func unmask(_ masks: Masks) {
        pool.withUnsafeMutableBufferPointer { pool in
            for index in pool.indices where pool[index] < 0x20 { pool[index] = masks.original(pool[index]) }
        }
    }
}
