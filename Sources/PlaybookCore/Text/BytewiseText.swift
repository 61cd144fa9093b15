// Paths and addresses are cut at bytes. Swift's own `split`, `hasPrefix` and `lastIndex(of:)` compare Characters, and
// a slash can be part of a longer Character, such as `ൎ/`.

extension StringProtocol {
    /// True where the text starts with the same bytes.
    package func startsWithBytes(of prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

    /// True where the text ends with the same bytes.
    package func endsWithBytes(of suffix: String) -> Bool { utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }

    /// The text without the bytes of a prefix; nil where it does not start with them.
    package func removingBytes(ofPrefix prefix: String) -> String? {
        startsWithBytes(of: prefix) ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
    }

    /// The text without the bytes of a suffix; nil where it does not end with them.
    package func removingBytes(ofSuffix suffix: String) -> String? {
        endsWithBytes(of: suffix) ? String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self) : nil
    }

    /// The pieces of the text between an ASCII character, wherever its byte stands.
    ///
    /// - Parameters:
    ///   - maxSplits: the most places at which the text is cut.
    ///   - omittingEmpty: false to keep empty pieces.
    package func pieces(
        between separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmpty: Bool = true
    ) -> [String] {
        utf8.split(
            separator: UInt8(ascii: separator), maxSplits: maxSplits, omittingEmptySubsequences: omittingEmpty
        ).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in a path, without empty ones.
    package var pathParts: [String] { pieces(between: "/") }

    /// What stands before the last slash of a path; empty where it has no slash.
    package var pathFolder: String { atLastSlash?.folder ?? "" }

    /// What stands after the last slash of a path; the whole path where it has no slash.
    package var pathName: String { atLastSlash?.name ?? String(self) }

    private var atLastSlash: (folder: String, name: String)? {
        let bytes = Array(utf8)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return (
            String(decoding: bytes[..<slash], as: UTF8.self), String(decoding: bytes[(slash + 1)...], as: UTF8.self)
        )
    }
}
