import PlaybookCore

extension Document {
    /// This document with `[^label]` in its texts as references where there is such a footnote. The others are problems, and stay text.
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
            guard masks.firstOpening(in: text) != nil else { continue }
            let map = SourceMap(text, source: nodes[index].source, in: file)
            var position = text.startIndex
            while let start = masks.firstOpening(in: text[position...]) {
                position = start + 1
                guard let (label, end) = masks.label(in: text, at: start) else { continue }
                position = end
                let key = FootnoteKey(file: 0, label: label)
                let range = (start - text.startIndex)..<(end - text.startIndex)
                if defined.contains(key), !isInLink[index] {
                    used.insert(key)
                    pieces[NodeID(index), default: []].append(
                        TextPiece(
                            range: range, kind: .footnoteReference(number: 0, use: 0),
                            literal: (range.lowerBound + 2)..<(range.upperBound - 1)))
                } else {
                    let source = map.source(range)
                    let name = String(decoding: label.map(masks.original), as: UTF8.self)
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

    /// Gives every byte back that was hidden from libcmark.
    mutating func unmask(_ masks: Masks) {
        pool.withUnsafeMutableBufferPointer { pool in
            for index in pool.indices where pool[index] < 0x20 { pool[index] = masks.original(pool[index]) }
        }
    }
}
