import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let brokenMarkup = Rule(
        "broken-markup",
        "Text that looks like a heading, list item or link, but is not one because of a single character. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the markup as text. The writer hardly sees a no-break space, or a blank in an address.",
        example: "See [the plan](our plan.md).",
        instead: "See [the plan](<our plan.md>).")
}

/// Finds text in a document's own file that is not Markdown only because of one character: a heading or list item with
/// a no-break space or nothing after its marker, and a link or image with blanks in its address.
///
/// - Parameter isForCustomers: true for a snippet, where such a finding is an error.
func checkBrokenMarkup(_ document: Document, in file: SourceFile, isForCustomers: Bool = false) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let addresses = MarkedPlaces("]", before: "(", in: file.bytes)
    for index in document.nodes.indices.dropFirst() {
        let node = document.nodes[index]
        guard node.file == 0, node.isText else { continue }
        let source = node.range(in: file.bytes.count)
        var found: [Found] = []
        switch document.nodes[index - 1].kind {
        case .paragraph, .softBreak, .lineBreak:
            if let mark = brokenMark(atStartOf: source, in: file) { found.append(mark) }
        default: break
        }
        if addresses.isAny(in: source), hasAddressWithBlank(source, in: file.bytes) {
            found += brokenAddresses(in: source, of: file)
        }
        for (source, message, help) in found {
            diagnostics.append(
                Diagnostic(
                    .brokenMarkup, message, at: file.place(source), help: help,
                    severity: isForCustomers ? .error : nil))
        }
    }
    return diagnostics
}

private typealias Found = (source: Range<Int>, message: String, help: String)

/// The marker of a heading or a list item that Markdown does not accept as one; nil if the line has no such marker.
private func brokenMark(atStartOf source: Range<Int>, in file: SourceFile) -> Found? {
    // This runs for every line of every text, so bytes are checked first.
    guard !source.isEmpty else { return nil }
    let first = file.bytes[source.lowerBound]
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
    default: return nil
    }
    let bytes = file.bytes[source]
    let isHeading = first == UInt8(ascii: "#")
    let marks = isHeading ? bytes.prefix { $0 == first }.count : 1
    guard marks <= 6, let byte = bytes.dropFirst(marks).first, byte >= 0x80 || isHeading && byte.isASCIILetter,
        let next = file.text((source.lowerBound + marks)..<min(source.upperBound, source.lowerBound + marks + 4))
            .unicodeScalars.first
    else { return nil }
    let mark = file.text(source.lowerBound..<(source.lowerBound + marks))
    let end = source.lowerBound + marks + UTF8.width(next)
    if next.properties.isWhitespace {
        let what = isHeading ? "heading" : "list item"
        return (
            source.lowerBound..<end,
            "this is not a \(what): `\(mark)` is followed by \(next.codePoint), which is not a blank in Markdown",
            "put a blank there"
        )
    }
    guard marks > 1, next.properties.isAlphabetic else { return nil }
    return (
        source.lowerBound..<end, "this is not a heading: there is no blank after `\(mark)`", "write `\(mark) \(next)…`"
    )
}

/// Links and images with a blank in the name of a file.
private func brokenAddresses(in source: Range<Int>, of file: SourceFile) -> [Found] {
    let text = file.text(source)
    return text.matches(of: /!?\[[^\[\]\n]*\]\(([^()<>"'\n]* [^()<>"'\n]*\.[A-Za-z0-9]{1,8}(?:#[^()\s]*)?)\)/).map {
        match in
        let start = source.lowerBound + text[..<match.range.lowerBound].utf8.count
        let what = match.output.0.first == "!" ? "picture" : "link"
        return (
            start..<(start + match.output.0.utf8.count), "this is not a \(what): its address has a blank",
            "put the address between `<` and `>`: `(<\(match.output.1)>)`"
        )
    }
}

/// True if `](` is followed by a blank and a closing bracket. This is checked first, because few texts need the pattern, and matching it takes
/// longer than everything else.
private func hasAddressWithBlank(_ source: Range<Int>, in bytes: [UInt8]) -> Bool {
    var index = source.lowerBound
    while index + 1 < source.upperBound {
        defer { index += 1 }
        guard bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "(") else { continue }
        let rest = bytes[(index + 1)..<source.upperBound]
        guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else { return false }
        if rest[..<end].contains(.space) { return true }
    }
    return false
}
