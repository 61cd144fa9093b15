/// A text escaped for XML 1.0, for use between tags or in an attribute with double quotes. Characters that XML cannot
/// hold, not even as references (section 2.2), are left out.
package func xmlEscaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        case "\t", "\n": result.append(scalar)
        // A parser reads a bare carriage return as a line feed.
        case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
        default: result.append(scalar)
        }
    }
    return String(result)
}
