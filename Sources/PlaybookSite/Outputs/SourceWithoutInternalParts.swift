import PlaybookContent
import PlaybookCore
import PlaybookMarkup

/// The Markdown of a chapter without what colleagues say among themselves: internal blocks, the footnotes that only they refer
/// to, and the addresses of links that only they name.
func sourceWithoutInternalParts(of chapter: Chapter) -> [UInt8] {
    let document = chapter.document
    let bytes = chapter.source.bytes
    // What was included stands in another file; its own text is not in this one.
    var ranges = document.internalParts.filter { document.nodes[Int($0)].file == 0 }.map { part in
        // The place of a footnote is that of its label; its text stands behind.
        var range = document.nodes[Int(part)].source
        for case .enter(let id) in document.steps(of: part) where document.nodes[Int(id)].file == 0 {
            range = range.lowerBound..<max(range.upperBound, document.nodes[Int(id)].source.upperBound)
        }
        return Int(range.lowerBound)..<min(Int(range.upperBound), bytes.count)
    }
    ranges.sort { $0.lowerBound == $1.lowerBound ? $0.upperBound > $1.upperBound : $0.lowerBound < $1.lowerBound }
    guard !ranges.isEmpty else { return bytes }
    var kept: [UInt8] = []
    var cut: [UInt8] = []
    var end = 0
    // Of blocks inside each other the outer one comes first, and those inside it add nothing.
    for range in ranges where range.upperBound > end {
        let start = max(end, range.lowerBound)
        kept += bytes[end..<start]
        cut += bytes[start..<range.upperBound]
        end = range.upperBound
    }
    return withoutDefinitions(usedOnlyIn: cut, of: kept + bytes[end...])
}

/// A text without the link reference definitions whose labels stand in `cut` and nowhere else in it.
private func withoutDefinitions(usedOnlyIn cut: [UInt8], of text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: .lineFeed, omittingEmptySubsequences: false)
    let (cut, all) = (asLabel(String(decoding: cut, as: UTF8.self)), asLabel(String(decoding: text, as: UTF8.self)))
    var isCut = false
    // A title, or the address itself, can stand on the line below the label.
    var goesOn = false
    let kept = lines.filter { line in
        let written = String(decoding: line, as: UTF8.self).trimming { " >\t\r".contains($0) }
        if let label = definedLabel(in: written) {
            let use = "[" + asLabel(label) + "]"
            isCut = cut.contains(use) && all.split(separator: use, omittingEmptySubsequences: false).count == 2
            goesOn = true
        } else {
            let isBelow = goesOn && !written.isEmpty && (isTitle(written) || !written.contains(" "))
            if !isBelow { (isCut, goesOn) = (false, false) }
        }
        return !isCut
    }
    return Array(kept.joined(separator: [.lineFeed]))
}

/// A text as labels are compared: without regard to case, and with one blank for all white space in a row (CommonMark, "matches").
private func asLabel(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("[ ", with: "[").replacing(
        " ]", with: "]"
    )
    .uppercased().lowercased()
}

/// The label that a line like `[label]: address` defines, or nil.
private func definedLabel(in line: String) -> String? {
    guard line.hasPrefix("["), !line.hasPrefix("[^"), let end = line.range(of: "]:") else { return nil }
    return String(line[..<end.lowerBound].dropFirst())
}

private func isTitle(_ text: String) -> Bool {
    text.first.map { "\"'(".contains($0) } ?? false
}

extension String {
    fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
        String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
