import PlaybookCore

extension Rule {
    static let duplicateKey = Rule(
        "duplicate-key",
        "A key that is given twice.",
        why: "One of the two values has no effect, and nobody can tell which was meant.",
        example: """
            publish: 2026-10-01
            publish: 2026-11-01
            """,
        instead: "publish: 2026-11-01")
}

extension ShapeCheck {
    /// Finds keys that a mapping gives twice.
    mutating func checkDuplicates(_ entries: [YAMLNode.Entry]) {
        // For a short mapping, comparing all keys is faster than hashing them.
        if entries.count <= 12,
            !entries.indices.contains(where: { index in
                entries[..<index].contains { $0.key == entries[index].key }
            })
        {
            return
        }
        var first: [String: Range<Int>] = [:]
        for entry in entries {
            if let earlier = first[entry.key] {
                let note = Diagnostic.Note("it was given here first", at: file.place(earlier))
                report(.duplicateKey, "`\(entry.key)` is given twice", at: entry.keySource, notes: [note])
            } else {
                first[entry.key] = entry.keySource
            }
        }
    }
}
