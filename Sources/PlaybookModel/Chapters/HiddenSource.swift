import PlaybookCore
import PlaybookMarkup

extension Document {
    /// Where a chapter's file has what its page does not show: internal blocks, footnotes that only they refer to, link definitions that
    /// nothing else uses, comments, and raw HTML where pages leave it out.
    ///
    /// - Parameters:
    ///   - bytes: the file that the document was parsed from.
    ///   - rawHTML: true if pages show raw HTML. Comments are cut even then.
    ///   - comments: the places of comments in the front matter.
    func hiddenSource(in bytes: [UInt8], rawHTML: Bool, comments: [Range<Int>]) -> [Range<Int>] {
        var ranges = internalParts.filter { nodes[Int($0)].file == 0 }.map { part in
            // The source range of a footnote is only that of its label. The text of the footnote follows it.
            var range = nodes[Int(part)].source
            for case .enter(let id) in steps(of: part) where nodes[Int(id)].file == 0 {
                range = range.lowerBound..<max(range.upperBound, nodes[Int(id)].source.upperBound)
            }
            return Int(range.lowerBound)..<min(Int(range.upperBound), bytes.count)
        }
        ranges += hiddenHTML(in: bytes, rawHTML: rawHTML) + comments
        let definitions = linkDefinitions(in: bytes).filter { definition in
            !ranges.contains { $0.contains(definition.source.lowerBound) }
        }
        if !definitions.isEmpty {
            let kept = bytes.without(ranges + definitions.map(\.source))
            // Most labels are written in the text as in the definition.
            let unseen = definitions.filter { !kept.hasLabel($0.label) }
            // Uses of a definition are looked for in the text that is kept, without the definitions themselves.
            let text = unseen.isEmpty ? "" : asLabels(String(decoding: kept, as: UTF8.self))
            ranges += unseen.filter { !text.contains("[" + asLabels($0.label) + "]") }.map(\.source)
        }
        return ranges
    }
}

extension Chapter {
    /// The Markdown of the chapter without what its page does not show; nil if that is unknown because the content was not loaded for a site.
    package var shownSource: [UInt8]? { text.content.map { source.bytes.without($0.hidden) } }
}

extension [UInt8] {
    /// These bytes without some ranges, which may overlap.
    fileprivate func without(_ ranges: [Range<Int>]) -> [UInt8] {
        if ranges.isEmpty { return self }
        var kept: [UInt8] = []
        var end = 0
        let sorted = ranges.sorted {
            $0.lowerBound == $1.lowerBound ? $0.upperBound > $1.upperBound : $0.lowerBound < $1.lowerBound
        }
        // An outer range comes before those inside it, and they add nothing.
        for range in sorted where range.upperBound > end {
            kept += self[end..<Swift.max(end, range.lowerBound)]
            end = range.upperBound
        }
        return kept + self[Swift.min(end, count)...]
    }

    /// True if a label in ASCII is between brackets, and neither bracket has a character beside it that could combine with it.
    fileprivate func hasLabel(_ label: String) -> Bool {
        let label = Array(label.utf8)
        guard !label.isEmpty, label.allSatisfy({ $0 < 0x80 }) else { return false }
        let bracket = UInt8(ascii: "[")
        var index = 0
        while let start = self[index...].firstIndex(of: bracket) {
            index = start + 1
            let end = index + label.count
            guard end < count else { return false }
            guard self[end] == UInt8(ascii: "]"), self[index..<end].elementsEqual(label) else { continue }
            if start == 0 || self[start - 1] < 0x80, end + 1 == count || self[end + 1] < 0x80 { return true }
        }
        return false
    }
}

extension Document {
    /// The raw HTML in the document's own file that its page does not show: everything but line breaks, or only
    /// comments where raw HTML is kept.
    fileprivate func hiddenHTML(in bytes: [UInt8], rawHTML: Bool) -> [Range<Int>] {
        guard mayHaveHTML else { return [] }
        return nodes.indices.flatMap { index -> [Range<Int>] in
            switch nodes[index].kind {
            case .htmlBlock, .htmlInline: break
            default: return []
            }
            guard nodes[index].file == 0 else { return [] }
            let range = (Int(nodes[index].source.lowerBound)..<Int(nodes[index].source.upperBound))
                .clamped(to: 0..<bytes.count)
            if rawHTML { return comments(in: bytes[range]) }
            return isHTMLLineBreak(NodeID(index)) ? [] : [range]
        }
    }

    private func comments(in html: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var rest = html
        while let start = rest.firstRange(of: Array("<!--".utf8))?.lowerBound {
            let end = rest[start...].firstRange(of: Array("-->".utf8))?.upperBound ?? html.endIndex
            found.append(start..<end)
            rest = html[end...]
        }
        return found
    }
}

/// A text in the form in which labels are compared: without case, and with each run of white space as one blank
/// (CommonMark, "matches").
private func asLabels(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("[ ", with: "[").replacing(
        " ]", with: "]"
    )
    .uppercased().lowercased()
}
