/// A text for use in one line of Markdown, also between brackets. Line breaks become blanks; characters that could
/// start a link, code, raw HTML or an escape get a backslash before them (CommonMark 0.30, section 2.4).
package func markdownLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "[", "]", "<", "`": result.append(contentsOf: ["\\", scalar])
        case "\n", "\r", "\t": result.append(" ")
        case _ where scalar.isForbiddenInText: continue
        default: result.append(scalar)
        }
    }
    return String(result)
}
