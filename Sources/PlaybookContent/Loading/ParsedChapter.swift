import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A chapter whose own file is read, but whose links are not yet held against the others.
struct ParsedChapter: Sendable {
    let path: ChapterPath
    private(set) var record: RecordFile
    let frontMatter: ChapterFrontMatter
    private(set) var headings: [Heading]

    init(_ file: SourceFile, shape: Shape, known: KnownIDs) {
        path = ChapterPath(file.name.removingBytes(ofPrefix: "chapters/") ?? file.name)
        record = RecordFile(markdown: file, shape: shape, needsFrontMatter: false, known: known)
        frontMatter = ChapterFrontMatter(record.yaml)
        headings = record.document.headings
    }

    /// Puts what the chapter includes in its place.
    func expanded(_ sources: IncludeSources) -> ParsedChapter {
        var result = self
        result.record.expandIncludes(sources, from: ["shared/", "chapters/"])
        result.headings = result.record.document.headings
        return result
    }

    /// The chapter with its links resolved, and those that lead nowhere.
    func finished(_ targets: LinkTargets, _ sources: IncludeSources) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
        let resolved = targets.resolve(record.document, of: path, in: record.file, sources)
        let chapter = Chapter(
            path: path.path, source: record.file, document: record.document, headings: headings,
            frontMatter: frontMatter,
            comments: frontMatterComments(in: record.file, record.yaml), links: resolved.targets)
        return (chapter, resolved.diagnostics)
    }
}
