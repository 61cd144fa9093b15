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
