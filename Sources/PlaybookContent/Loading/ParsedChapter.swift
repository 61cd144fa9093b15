import PlaybookCore
import PlaybookMarkup

/// A chapter whose own file is read, but whose links are not yet held against the others.
struct ParsedChapter: Sendable {
    let path: ChapterPath
    let record: RecordFile
    let frontMatter: ChapterFrontMatter
    /// The ids that links to this chapter may name.
    let headingIDs: Set<String>

    init(_ file: SourceFile, shape: Shape, known: KnownIDs) {
        path = ChapterPath(String(file.name.dropFirst("chapters/".count)))
        record = RecordFile(markdown: file, shape: shape, needsFrontMatter: false, known: known)
        frontMatter = ChapterFrontMatter(record.yaml)
        headingIDs = Set(record.document.headings.map(\.id))
    }

    /// The chapter with its links resolved, and those that lead nowhere.
    func finished(_ targets: LinkTargets) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
        let resolved = targets.resolve(record.document.links, of: path, in: record.file)
        let chapter = Chapter(
            path: path.path, source: record.file, document: record.document, frontMatter: frontMatter,
            links: resolved.targets)
        return (chapter, resolved.diagnostics)
    }
}
