extension String {
    /// True if this text comes first by its UTF-8 bytes. Ids and paths have this order everywhere (docs/selection.md). `<` is not used, because it
    /// compares canonical equivalents and so depends on the version of Unicode.
    package func precedes(_ other: String) -> Bool {
        let (left, right) = (utf8.span, other.utf8.span)
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}

extension Sequence where Element == String {
    /// Sorted by UTF-8 bytes.
    package func sortedByBytes() -> [String] { Array(self).sortedByBytes() }
}

extension [String] {
    /// Sorted by UTF-8 bytes. Declared for arrays too, so that the compiler specialises it for them.
    package func sortedByBytes() -> [String] { sorted { $0.precedes($1) } }
}
