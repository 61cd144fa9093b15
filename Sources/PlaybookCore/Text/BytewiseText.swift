// Paths, addresses and similar texts are cut at bytes. Swift's own `split`, `hasPrefix` and `lastIndex(of:)` compare Characters, and a slash can be
// part of a longer Character together with a letter before it or a mark after it: `ൎ/` is one Character.
//
// All of this extends `String` and not `StringProtocol`, because a large site cuts millions of paths, and generic code in this module is not
// specialised for the modules that call it.

extension String {
    /// True if the text starts with the bytes of `prefix`.
    package func startsWithBytes(of prefix: String) -> Bool { hasBytes(of: prefix, at: 0) }

    /// True if the text ends with the bytes of `suffix`.
    package func endsWithBytes(of suffix: String) -> Bool {
        hasBytes(of: suffix, at: utf8.count - suffix.utf8.count)
    }

    private func hasBytes(of part: String, at start: Int) -> Bool {
        let (whole, part) = (utf8.span, part.utf8.span)
        guard start >= 0, part.count <= whole.count - start else { return false }
        for index in part.indices where whole[start + index] != part[index] { return false }
        return true
    }

    /// The text without the bytes of a prefix; nil if it does not start with them.
    package func removingBytes(ofPrefix prefix: String) -> String? {
        startsWithBytes(of: prefix) ? text(ofBytes: prefix.utf8.count..<utf8.count) : nil
    }

    /// The text without the bytes of a suffix; nil if it does not end with them.
    package func removingBytes(ofSuffix suffix: String) -> String? {
        endsWithBytes(of: suffix) ? text(ofBytes: 0..<(utf8.count - suffix.utf8.count)) : nil
    }

    /// The text split at every byte of an ASCII character.
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

    /// The names in a path. Empty names are left out.
    package var pathParts: [String] { pieces(between: "/") }

    /// The part of a path before its last slash; empty if it has no slash.
    package var pathFolder: String { lastSlash.map { text(ofBytes: 0..<$0) } ?? "" }

    /// The part of a path after its last slash; the whole path if it has no slash.
    package var pathName: String { lastSlash.map { text(ofBytes: ($0 + 1)..<utf8.count) } ?? self }

    /// The number of bytes before the last slash; nil if there is no slash.
    private var lastSlash: Int? {
        let bytes = utf8.span
        var index = bytes.count
        while index > 0 {
            index -= 1
            if bytes[index] == UInt8(ascii: "/") { return index }
        }
        return nil
    }

    /// A range of bytes as a text. It must start and end between code points.
    private func text(ofBytes range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}

extension Substring {
    /// The text without the bytes of a prefix; nil if it does not start with them.
    package func removingBytes(ofPrefix prefix: String) -> String? { String(self).removingBytes(ofPrefix: prefix) }
}
