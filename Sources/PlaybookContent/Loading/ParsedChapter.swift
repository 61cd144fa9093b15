import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A chapter whose own file has been read, but whose links have not been resolved.
struct ParsedChapter: Sendable {
    let path: ChapterPath
    private(set) var record: RecordFile
    let frontMatter: ChapterFrontMatter
    private(set) var headings: [Heading]

    init(_ file: ParsedFile, shape: Shape, known: KnownIDs) {
        let name = file.source.name
        path = ChapterPath(ContentPart.chapters.path(of: name) ?? name)
        record = RecordFile(markdown: file, shape: shape, needsFrontMatter: false, known: known)
        frontMatter = ChapterFrontMatter(record.yaml)
        headings = record.document.headings
    }

    /// The chapter with its includes replaced.
    func expanded(_ sources: IncludeSources) -> ParsedChapter {
        var result = self
        result.record.expandIncludes(sources, from: [.shared, .chapters])
        result.headings = result.record.document.headings
        return result
    }
}

/// The last step of a chapter: its links are resolved, and it is held against what is known of all others. Each chapter is taken once, by one
/// core, with all its checks in a row.
struct ChapterFinishing: Sendable {
    let targets: LinkTargets
    let sources: IncludeSources
    let markers: MarkerCheck
    let configuration: Configuration
    let asOf: CalendarDate

    /// The chapter with its links, and all that is wrong in its file but what was found when it was read.
    func finished(_ parsed: ParsedChapter) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
        let record = parsed.record
        let document = record.document
        let links = document.links
        let origin = LinkOrigin(name: ContentPart.chapters.name(of: parsed.path.path), page: parsed.path.path)
        let resolved = targets.resolve(links, of: document, from: origin, in: record.file, sources)
        let chapter = Chapter(
            path: parsed.path.path, source: record.file, document: document, headings: parsed.headings,
            frontMatter: parsed.frontMatter, comments: frontMatterComments(in: record.file, record.yaml),
            links: resolved.targets)
        var diagnostics = resolved.diagnostics
        diagnostics += checkOwner(record, in: .chapters, configuration)
        diagnostics += markers.findings(inChapter: record, sources)
        guard !parsed.frontMatter.draft else { return (chapter, diagnostics) }
        if let overdue = checkReview(chapter, record, asOf: asOf) { diagnostics.append(overdue) }
        diagnostics += checkImages(links, of: document, in: record.file, sources)
        if !configuration.site.rawHTML { diagnostics += checkRawHTML(document, in: record.file) }
        diagnostics += checkForeignSyntax(document, in: record.file)
        diagnostics += checkBrokenMarkup(document, in: record.file)
        return (chapter, diagnostics)
    }
}
