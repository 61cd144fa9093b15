import PlaybookCore
import PlaybookMarkup

/// What one character keeps from being Markdown, in a document's own file: a heading or a list item with a no-break space, or with
/// nothing, behind its mark, and a link or picture with blanks in its address.
///
/// - Parameter isForCustomers: true for a snippet.
func checkBrokenMarkup(_ document: Document, in file: SourceFile, isForCustomers: Bool = false) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var previous = Document.Kind.document
    for step in document.steps() {
        guard case .enter(let id) = step else { continue }
        let node = document.nodes[Int(id)]
        defer { previous = node.kind }
        guard node.file == 0, node.kind == .text else { continue }
        let source = (Int(node.source.lowerBound)..<Int(node.source.upperBound)).clamped(to: 0..<file.bytes.count)
        let startsLine = [.paragraph, .softBreak, .lineBreak].contains(previous)
        let found =
            (startsLine ? [brokenMark(atStartOf: source, in: file)] : []) + brokenAddresses(in: source, of: file)
        for (source, message, help) in found.compactMap(\.self) {
            diagnostics.append(
                Diagnostic(
                    .brokenMarkup, message, at: file.place(source), help: help,
                    severity: isForCustomers ? .error : nil))
        }
    }
    return diagnostics
}

private typealias Found = (source: Range<Int>, message: String, help: String)

/// A mark of a heading or a list item that Markdown does not take for one.
private func brokenMark(atStartOf source: Range<Int>, in file: SourceFile) -> Found? {
    // Longer than any mark.
    let text = file.text(source.lowerBound..<min(source.upperBound, source.lowerBound + 40))
    guard let match = text.prefixMatch(of: /(#{1,6}|[-*+])(.)/) else { return nil }
    let (mark, next) = (match.output.1, match.output.2.unicodeScalars.first ?? " ")
    let end = source.lowerBound + match.output.0.utf8.count
    let what = mark.first == "#" ? "heading" : "list item"
    if next.value > 0x7F, next.properties.isWhitespace {
        return (
            source.lowerBound..<end,
            "this is no \(what): `\(mark)` is followed by \(next.codePoint), which is no blank to Markdown",
            "put a blank there"
        )
    }
    if mark.count > 1, mark.first == "#", next.properties.isAlphabetic {
        return (
            source.lowerBound..<end, "this is no heading: there is no blank behind `\(mark)`",
            "write `\(mark) \(next)…`"
        )
    }
    return nil
}

/// Links and pictures that have a blank in the name of a file.
private func brokenAddresses(in source: Range<Int>, of file: SourceFile) -> [Found] {
    guard file.bytes[source].contains(UInt8(ascii: "(")) else { return [] }
    let text = file.text(source)
    return text.matches(of: /!?\[[^\[\]\n]*\]\(([^()<>"'\n]* [^()<>"'\n]*\.[A-Za-z0-9]{1,8}(?:#[^()\s]*)?)\)/).map {
        match in
        let start = source.lowerBound + text[..<match.range.lowerBound].utf8.count
        let what = match.output.0.first == "!" ? "picture" : "link"
        return (
            start..<(start + match.output.0.utf8.count), "this is no \(what): its address has a blank",
            "put the address between `<` and `>`: `(<\(match.output.1)>)`"
        )
    }
}
