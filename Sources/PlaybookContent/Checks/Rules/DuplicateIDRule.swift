import PlaybookCore

extension Rule {
    static let duplicateID = Rule(
        "duplicate-id",
        "Two files whose ids are the same or differ only in case; or a former id of a snippet that is the present id of another.",
        why:
            "Ids become names of files, and some disks ignore case. Messages sent under an id must belong to exactly one snippet.",
        example: """
            snippets/Loss-review.md
            snippets/loss-review.md
            """,
        instead: """
            snippets/loss-review.md
            snippets/loss-review-call.md
            """)
}

/// The findings about files whose ids differ only in case: ids become names of files, and some disks do not distinguish
/// `A` from `a`.
func checkIDs(of files: [SourceFile]) -> [Diagnostic] {
    var first: [String: SourceFile] = [:]
    return files.compactMap { file in
        guard let other = first.updateValue(file, forKey: recordID(file).lowercased()) else { return nil }
        return Diagnostic(
            .duplicateID, "the id `\(recordID(file))` is taken", at: file.place, help: "rename one of the files",
            notes: [Diagnostic.Note("the other one", at: other.place)])
    }
}
