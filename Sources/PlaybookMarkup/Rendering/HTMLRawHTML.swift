extension HTMLRenderer {
    /// Writes raw HTML as the options say: as it is, or nothing of it but line breaks.
    mutating func rawHTML(_ node: Document.Node) {
        let html = document.bytes(node.literal)
        if options.rawHTML {
            output += options.omitsComments ? withoutComments(html) : html
        } else if isLineBreak(html) {
            openVoid("br")
        }
    }

    /// The same in the alternative text of an image, which has no elements.
    mutating func rawHTMLInsideImage(_ node: Document.Node) {
        if options.rawHTML { output.appendEscaped(document.bytes(node.literal)) }
    }
}

/// HTML without its comments. A comment without an end reaches to the end of the HTML.
func withoutComments(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var kept = html.prefix(0)
    var rest = html
    while let start = rest.firstRange(of: Array("<!--".utf8))?.lowerBound {
        kept += rest[..<start]
        let end = rest[start...].firstRange(of: Array("-->".utf8))?.upperBound
        rest = end.map { rest[$0...] } ?? rest.suffix(0)
    }
    return kept + rest
}
