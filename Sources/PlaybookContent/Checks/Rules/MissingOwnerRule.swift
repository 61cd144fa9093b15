import PlaybookCore
import PlaybookModel

extension Rule {
    static let missingOwner = Rule(
        "missing-owner",
        "A chapter, a snippet or an account without an owner, where colleagues are listed in `people:`.",
        severity: .warning, canBeLowered: true,
        why: "Without an owner nobody keeps it up to date.",
        example: "title: Roles",
        instead: """
            title: Roles
            owner: priya
            """)
}

/// The finding that a file has no owner; empty if it has one, or if playbook.yml lists no people.
///
/// - Parameter part: the folder that the file is in. If `require:` asks for an owner there, a missing one is already an
///   error.
func checkOwner(_ record: RecordFile, in part: ContentPart, _ configuration: Configuration) -> [Diagnostic] {
    guard !configuration.people.isEmpty, record.isSound, record.yaml?["owner"] == nil,
        configuration.required[part.rawValue]?.contains("owner") != true
    else { return [] }
    let start = record.yaml?.source.lowerBound ?? 0
    return [
        Diagnostic(
            .missingOwner, "nobody owns this file", at: record.file.place(start..<start),
            help: "add `owner:` with one of \(configuration.people.keys.sortedByBytes().joined(separator: ", "))")
    ]
}
