import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A chapter whose file has been read and whose tree is used up, but whose links have not been resolved: they can lead to chapters that are
/// not read yet.
struct ParsedChapter: Sendable {
    let file: SourceFile
    let path: ChapterPath
    let frontMatter: ChapterFrontMatter
    let text: ChapterText
    /// The links that lead into the content, in document order.
    let links: [Link]
    let keys: PageKeys
    /// What is wrong in the file.
    let findings: [Diagnostic]
    /// What the checks against the settings say of the chapter.
    let furtherFindings: [Diagnostic]

    /// The chapter, with where its links lead.
    func chapter(_ targets: [LinkTarget?]) -> Chapter {
        let recordLinks = zip(links, targets).filter { link, target in
            switch target {
            case .snippet, .account: link.file == 0
            default: false
            }
        }
        return Chapter(
            path: path.path, source: file, text: text, frontMatter: frontMatter, links: targets,
            recordLinks: recordLinks.map(\.0.source))
    }
}

/// Where the front matter of a chapter says where its page is and who finds it, for findings about that.
struct PageKeys: Sendable {
    let path: Range<Int>?
    let hidden: Range<Int>?
    /// Each alias as it is written, and where.
    let aliases: [(alias: String, source: Range<Int>)]
    /// True when there are no errors in the file, so that the front matter can be relied on.
    let isSound: Bool

    init(_ record: RecordFile) {
        path = record.yaml?["path"]?.source
        hidden = record.yaml?["hidden"]?.source
        aliases = (record.yaml?["aliases"]?.items ?? []).compactMap { node in node.scalar.map { ($0, node.source) } }
        isSound = record.isSound
    }
}

/// The reading of chapters. Each is parsed, checked and made short by one core, in a row, so that no other tree takes memory meanwhile.
struct ChapterReading: Sendable {
    let shape: Shape
    let known: KnownIDs
    let markers: MarkerCheck
    let configuration: Configuration
    let asOf: CalendarDate
    let forSite: Bool

    /// A chapter that was read, or one that has to wait for the files that it includes.
    enum Result: Sendable {
        case parsed(ParsedChapter)
        case including(RecordFile)

        var file: SourceFile {
            switch self {
            case .parsed(let chapter): chapter.file
            case .including(let record): record.file
            }
        }

        var isDraft: Bool {
            switch self {
            case .parsed(let chapter): chapter.frontMatter.draft
            case .including(let record): ChapterFrontMatter(record.yaml).draft
            }
        }
    }

    func read(_ file: ParsedFile) -> Result {
        let record = RecordFile(markdown: file, shape: shape, needsFrontMatter: false, known: known)
        // Few chapters include something.
        return record.document.includes.isEmpty ? .parsed(parsed(record, IncludeSources())) : .including(record)
    }

    /// A chapter with its includes replaced.
    func finished(_ result: Result, _ sources: IncludeSources) -> ParsedChapter {
        switch result {
        case .parsed(let chapter): return chapter
        case .including(var record):
            record.expandIncludes(sources, from: [.shared, .chapters])
            return parsed(record, sources)
        }
    }

    private func parsed(_ record: RecordFile, _ sources: IncludeSources) -> ParsedChapter {
        let (file, document) = (record.file, record.document)
        let path = ChapterPath(ContentPart.chapters.path(of: file.name) ?? file.name)
        let frontMatter = ChapterFrontMatter(record.yaml)
        let links = document.links
        let resolvable = links.filter { !isAbsolute($0.url) }
        var findings = checkOwner(record, in: .chapters, configuration)
        findings += markers.findings(inChapter: record, sources)
        if !frontMatter.draft {
            if let overdue = checkReview(frontMatter, record, asOf: asOf) { findings.append(overdue) }
            findings += checkImages(links, of: document, in: file, sources)
            if !configuration.site.rawHTML { findings += checkRawHTML(document, in: file) }
            findings += checkForeignSyntax(document, in: file)
            findings += checkBrokenMarkup(document, in: file)
        }
        let isPublished = forSite && !frontMatter.draft
        let text = ChapterText(
            of: document, in: file, path: path, frontMatter, links: resolvable.map(\.node),
            comments: isPublished ? frontMatterComments(in: file, record.yaml) : [], forSite: isPublished,
            rawHTML: configuration.site.rawHTML)
        return ParsedChapter(
            file: file, path: path, frontMatter: frontMatter, text: text, links: resolvable, keys: PageKeys(record),
            findings: record.diagnostics, furtherFindings: findings)
    }
}
