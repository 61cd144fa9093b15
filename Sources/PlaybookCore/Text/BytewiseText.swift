// Paths, addresses and the like are cut at bytes. Swift's own `split`, `hasPrefix` and `lastIndex(of:)` go by Characters, and a slash
// with a letter before it or a mark behind it can be a part of another Character: `ൎ/` is one.
//
// All of it is of `String` and not of `StringProtocol`: a large site asks for millions of paths, and what is generic here is not specialised
// for the modules that ask.

extension String {
    /// True where the text starts with the same bytes.
    package func startsWithBytes(of prefix: String) -> Bool { hasBytes(of: prefix, at: 0) }

    /// True where the text ends with the same bytes.
    package func endsWithBytes(of suffix: String) -> Bool {
        hasBytes(of: suffix, at: utf8.count - suffix.utf8.count)
    }

    private func hasBytes(of part: String, at start: Int) -> Bool {
        let (whole, part) = (utf8.span, part.utf8.span)
        guard start >= 0, part.count <= whole.count - start else { return false }
        for index in part.indices where whole[start + index] != part[index] { return false }
        return true
    }

    /// The text without the bytes of a prefix; nil where it does not start with them.
    package func removingBytes(ofPrefix prefix: String) -> String? {
        startsWithBytes(of: prefix) ? text(ofBytes: prefix.utf8.count..<utf8.count) : nil
    }

    /// The text without the bytes of a suffix; nil where it does not end with them.
    package func removingBytes(ofSuffix suffix: String) -> String? {
        endsWithBytes(of: suffix) ? text(ofBytes: 0..<(utf8.count - suffix.utf8.count)) : nil
    }

    /// The pieces of the text between an ASCII character, wherever its byte stands.
    ///
    /// - Parameters:
    ///   - maxSplits: the most places at which the text is cut.
    ///   - omittingEmpty: false to keep empty pieces.
    package func pieces(
        between separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmpty: Bool = true
    ) -> [String] {
        let bytes = utf8.span
        let separator = UInt8(ascii: separator)
        var pieces: [String] = []
        var start = 0
        for index in bytes.indices where bytes[index] == separator {
            if pieces.count == maxSplits { break }
            if index > start || !omittingEmpty { pieces.append(text(ofBytes: start..<index)) }
            start = index + 1
        }
        if start < bytes.count || !omittingEmpty { pieces.append(text(ofBytes: start..<bytes.count)) }
        return pieces
    }

    /// The names in a path, without empty ones.
    package var pathParts: [String] { pieces(between: "/") }

    /// What stands before the last slash of a path; empty where there is none.
    package var pathFolder: String { lastSlash.map { text(ofBytes: 0..<$0) } ?? "" }

    /// What stands behind the last slash of a path; the whole path where there is none.
    package var pathName: String { lastSlash.map { text(ofBytes: ($0 + 1)..<utf8.count) } ?? self }

    /// How many bytes stand before the last slash; nil where there is none.
    private var lastSlash: Int? {
        let bytes = utf8.span
        var index = bytes.count
        while index > 0 {
            index -= 1
            if bytes[index] == UInt8(ascii: "/") { return index }
        }
        return nil
    }

    /// Some bytes as a text; they start and end between code points.
    private func text(ofBytes range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}

extension Substring {
    /// The text without the bytes that it starts with, or nil where it starts with others.
    package func removingBytes(ofPrefix prefix: String) -> String? { String(self).removingBytes(ofPrefix: prefix) }
}
