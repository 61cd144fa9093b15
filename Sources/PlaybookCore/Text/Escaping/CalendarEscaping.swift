/// A text as the value of a property in a calendar file (RFC 5545, section 3.3.11). Line breaks of any kind become `\n`. Control characters are
/// left out, because a value cannot hold them.
package func calendarText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
        case "\n" where last == "\r": break
        case "\n", "\r": result.append(contentsOf: ["\\", "n"])
        case _ where scalar.isForbiddenInText: break
        default: result.append(scalar)
        }
        last = scalar
    }
    return String(result)
}

/// A text as the value of a parameter in a calendar file, in double quotes. Double quotes and line breaks cannot be
/// escaped there (RFC 5545, section 3.2): they become an apostrophe and a blank.
package func calendarParameter(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result.append("'")
        case "\n", "\r": result.append(" ")
        case _ where scalar.isForbiddenInText: break
        default: result.append(scalar)
        }
    }
    return "\"" + String(result) + "\""
}
