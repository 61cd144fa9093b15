extension String {
    /// True when this text comes first by its UTF-8 bytes: the one order of ids and paths everywhere (docs/selection.md).
    /// Not `<`, which compares canonical equivalents and so depends on Unicode's version.
    package func precedes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension Sequence where Element == String {
    /// Sorted by UTF-8 bytes.
    package func sortedByBytes() -> [String] { sorted { $0.precedes($1) } }
}
