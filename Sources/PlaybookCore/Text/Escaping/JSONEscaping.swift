/// A text as a JSON string in quotation marks (RFC 8259, section 7). Forbidden code points are escaped, so that they
/// can be seen where JSON is printed.
package func quotedAsJSON(_ text: String) -> String {
    var result = [UInt8(ascii: "\"")]
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\"".utf8
        case "\\": result += "\\\\".utf8
        case "\n": result += "\\n".utf8
        case "\r": result += "\\r".utf8
        case "\t": result += "\\t".utf8
        case " "..."~": result.append(UInt8(ascii: scalar))
        case _ where scalar.isForbiddenInText: result += jsonEscape(of: scalar).utf8
        default: result += Array(String(scalar).utf8)
        }
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
}

/// JSON with forbidden code points as escapes. They can only be inside strings, so the value stays the same.
func escapingForbiddenScalars(inJSON json: String) -> String {
    guard json.unicodeScalars.contains(where: \.isForbiddenInText) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
        if scalar.isForbiddenInText { result += jsonEscape(of: scalar) } else { result.unicodeScalars.append(scalar) }
    }
    return result
}

/// `\u202e`; two escapes (a surrogate pair) for a code point beyond U+FFFF.
private func jsonEscape(of scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
}
