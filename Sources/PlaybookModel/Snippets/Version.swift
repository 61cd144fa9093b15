/// A version of a product: dotted integers, compared number by number; missing parts are 0 (docs/selection.md, filter 11).
package struct Version: Sendable, Hashable, Comparable {
    private let parts: [Int]
    /// As it was written.
    package let text: String

    /// The version, or nil if the text is not dotted integers.
    package init?(_ text: String) {
        var parts: [Int] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part) else {
                return nil
            }
            parts.append(number)
        }
        while parts.last == 0 { parts.removeLast() }
        self.parts = parts
        self.text = text
    }

    package static func == (left: Version, right: Version) -> Bool { left.parts == right.parts }
    package func hash(into hasher: inout Hasher) { hasher.combine(parts) }
    package static func < (left: Version, right: Version) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
}
