import PlaybookCore
import PlaybookModel

extension Rule {
    static let noChapters = Rule(
        "no-chapters",
        "A content folder without a chapter.",
        why: "There is no site to build; probably it is the wrong folder.",
        example: "playbook check --content .",
        instead: "playbook check --content content")
}

/// The finding that a folder has no chapters; empty if it has some.
func checkChapters(_ chapters: [SourceFile], in folder: ContentFolder) -> [Diagnostic] {
    guard chapters.isEmpty else { return [] }
    return [
        Diagnostic(
            .noChapters, "there is no chapter in \(folder.path(of: ContentPart.chapters.prefix))",
            at: Place(file: folder.path),
            help: "put a Markdown file there, such as chapters/index.md")
    ]
}
