extension String {
    /// True when this text comes first by its UTF-8 bytes: the one order of ids and paths everywhere (docs/selection.md).
    /// Not `<`, which compares canonical equivalents and so depends on Unicode's version.
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
    /// Sorted by UTF-8 bytes. Of an array, so that it is compiled for one.
    package func sortedByBytes() -> [String] { sorted { $0.precedes($1) } }
}
