import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A chapter whose own file has been read, but whose links have not been resolved.
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

    /// The chapter with its includes replaced.
    func expanded(_ sources: IncludeSources) -> ParsedChapter {
        var result = self
        result.record.expandIncludes(sources, from: ["shared/", "chapters/"])
        result.headings = result.record.document.headings
        return result
    }

    /// The chapter with its links resolved, and the findings about links that lead nowhere.
    func finished(_ targets: LinkTargets, _ sources: IncludeSources) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
        let resolved = targets.resolve(record.document, of: path, in: record.file, sources)
        let chapter = Chapter(
            path: path.path, source: record.file, document: record.document, headings: headings,
            frontMatter: frontMatter,
            comments: frontMatterComments(in: record.file, record.yaml), links: resolved.targets)
        return (chapter, resolved.diagnostics)
    }
}
