import PlaybookCore
import PlaybookMarkup

/// What is wrong with a document's footnotes and ids.
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
