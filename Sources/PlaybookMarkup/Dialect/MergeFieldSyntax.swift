import PlaybookCore

/// The names of the merge fields in a plain text, such as a title.
package func mergeFieldNames(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return braces(in: bytes[...]).map { name(in: bytes[$0]) }
}

/// A plain text with its merge fields replaced by values. A field without a value stays as it is.
package func filling(_ text: String, with values: [String: String]) -> String {
    String(decoding: filled(Array(text.utf8), with: values) { Array($0.utf8) }, as: UTF8.self)
}

/// An address with its merge fields replaced by percent-encoded values. A field without a value stays as it is.
package func filling(address: String, with values: [String: String]) -> String {
    String(decoding: filled(Array(address.utf8), with: values, encode: encodedForAddress), as: UTF8.self)
}

func filled(_ text: [UInt8], with values: [String: String], encode: (String) -> [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for field in braces(in: text[...]) {
        guard let value = values[name(in: text[field])] else { continue }
        result += text[end..<field.lowerBound]
        result += encode(value)
        end = field.upperBound
    }
    return result + text[end...]
}

/// The ranges of `{{…}}` in a text.
func braces(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    let brace = UInt8(ascii: "{")
    var ranges: [Range<Int>] = []
    var start: Int?
    var index = text.startIndex
    while index + 1 < text.endIndex {
        if text[index] == brace, text[index + 1] == brace {
            start = index
            index += 2
        } else if let opening = start, text[index] == UInt8(ascii: "}"), text[index + 1] == UInt8(ascii: "}") {
            ranges.append(opening..<(index + 2))
            start = nil
            index += 2
        } else {
            index += 1
        }
    }
    return ranges
}

/// The name in `{{ name }}`.
func name(in braces: ArraySlice<UInt8>) -> String {
    let inner = Array(braces.dropFirst(2).dropLast(2)).drop { $0 <= .space }
    let trimmed = inner.reversed().drop { $0 <= .space }.reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
}
