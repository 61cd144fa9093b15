import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let undefinedFootnote = Rule(
        "undefined-footnote",
        "A reference to a footnote that does not exist.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the brackets, and do not get the note.",
        example: "Nine days.[^trial]",
        instead: """
            Nine days.[^trial]

            [^trial]: On 22 drives.
            """)

    static let unusedFootnote = Rule(
        "unused-footnote",
        "A footnote that nothing refers to.",
        severity: .warning, canBeLowered: true,
        why: "Nobody sees it.",
        example: "[^trial]: On 22 drives.",
        instead: """
            Nine days.[^trial]

            [^trial]: On 22 drives.
            """)

    static let duplicateFootnote = Rule(
        "duplicate-footnote",
        "Two footnotes with the same label.",
        canBeLowered: true,
        why: "Only the first is ever shown.",
        example: """
            [^1]: On 22 drives.
            [^1]: On 60 drives.
            """,
        instead: """
            [^1]: On 22 drives.
            [^2]: On 60 drives.
            """)

    static let duplicateHeadingID = Rule(
        "duplicate-heading-id",
        "Two headings that are given the same id.",
        canBeLowered: true,
        why: "A link to the id leads to one of them, and may mean the other.",
        example: """
            ## Calls {#talk}
            ## Visits {#talk}
            """,
        instead: """
            ## Calls {#calls}
            ## Visits {#visits}
            """)
}

/// The findings about a document's footnotes and ids.
func diagnostics(of document: Document, in file: SourceFile) -> [Diagnostic] {
    document.problems.map { problem in
        let place = file.place(problem.source)
        switch problem.kind {
        case .undefinedFootnote(let label):
            return Diagnostic(
                .undefinedFootnote, "there is no footnote `\(label)`", at: place,
                help: "add a line `[^\(label)]: …`, or write `\\[^\(label)]` for the text itself")
        case .unusedFootnote(let label):
            return Diagnostic(
                .unusedFootnote, "nothing refers to the footnote `\(label)`, so that nobody sees it", at: place,
                help: "refer to it with `[^\(label)]`, or delete it")
        case .duplicateFootnote(let label, let first):
            return Diagnostic(
                .duplicateFootnote, "the footnote `\(label)` is there twice", at: place,
                help: "give one of them another label",
                notes: [Diagnostic.Note("the first one", at: file.place(first))])
        case .duplicateHeadingID(let id):
            return Diagnostic(
                .duplicateHeadingID, "another heading has the id `\(id)` already", at: place,
                help: "choose another id")
        }
    }
}
