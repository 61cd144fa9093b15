import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A chapter whose file has been read and whose tree has been dropped, but whose links have not been resolved, because they can lead to chapters
/// that are not read yet.
final class ParsedChapter: Sendable {
    let file: SourceFile
    let path: ChapterPath
    let frontMatter: ChapterFrontMatter
    let text: ChapterText
    /// The links that lead into the content, in document order.
    let links: [Link]
    let keys: PageKeys
    /// What is wrong in the file.
    let findings: [Diagnostic]
    /// The findings of the checks against the settings.
    let furtherFindings: [Diagnostic]

    init(
        file: SourceFile, path: ChapterPath, frontMatter: ChapterFrontMatter, text: ChapterText, links: [Link],
        keys: PageKeys, findings: [Diagnostic], furtherFindings: [Diagnostic]
    ) {
        self.file = file
        self.path = path
        self.frontMatter = frontMatter
        self.text = text
        self.links = links
        self.keys = keys
        self.findings = findings
        self.furtherFindings = furtherFindings
    }

    /// The chapter with the targets of its links.
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

/// The places of the keys in a chapter's front matter that decide where its page is and who can find it, for findings about them.
struct PageKeys: Sendable {
    let path: Range<Int>?
    let hidden: Range<Int>?
    /// Each alias as it is written, and its place.
    let aliases: [(alias: String, source: Range<Int>)]
    /// True when there are no errors in the file, so that the front matter can be relied on.
    let isSound: Bool
}

extension PageKeys {
    init(_ record: RecordFile) {
        self.init(
            path: record.yaml?["path"]?.source, hidden: record.yaml?["hidden"]?.source,
            aliases: (record.yaml?["aliases"]?.items ?? []).compactMap { node in
                node.scalar.map { ($0, node.source) }
            }, isSound: record.isSound)
    }
}

/// Reads chapters. A core parses, checks and condenses one chapter before it takes the next, so that each core holds only one tree at a time.
struct ChapterReading: Sendable {
    let shape: Shape
    let known: KnownIDs
    let markers: MarkerCheck
    let configuration: Configuration
    let asOf: CalendarDate
    let forSite: Bool
    let registry: RuleRegistry
    /// What an earlier run remembers about the chapters; nil if nothing is to be remembered.
    let kept: KeptChapters?

    /// A chapter that was read, or one that has to wait for the files that it includes.
    enum Result: Sendable {
        case parsed(Finished)
        case including(RecordFile)

        var file: SourceFile {
            switch self {
            case .parsed(let finished): finished.chapter.file
            case .including(let record): record.file
            }
        }

        var isDraft: Bool {
            switch self {
            case .parsed(let finished): finished.chapter.frontMatter.draft
            case .including(let record): ChapterFrontMatter(record.yaml).draft
            }
        }
    }

    /// A chapter, and what is remembered about it.
    struct Finished: Sendable {
        let chapter: ParsedChapter
        let entry: KeptChapters.Entry?
    }

    func read(_ file: SourceFile) -> Result {
        guard let kept else {
            let record = record(of: file)
            // Few chapters include something.
            guard record.document.includes.isEmpty else { return .including(record) }
            return .parsed(Finished(chapter: parsed(record, IncludeSources()), entry: nil))
        }
        let hash = sha256(file.bytes)
        if let entry = kept[file.name], entry.source == hash, let chapter = remembered(entry, file) {
            return .parsed(Finished(chapter: chapter, entry: entry))
        }
        let record = record(of: file)
        guard record.document.includes.isEmpty else { return .including(record) }
        let chapter = parsed(record, IncludeSources())
        return .parsed(Finished(chapter: chapter, entry: KeptChapters.Entry(chapter, source: hash)))
    }

    /// A chapter with its includes replaced.
    func finished(_ result: Result, _ sources: IncludeSources) -> Finished {
        switch result {
        case .parsed(let finished): return finished
        case .including(var record):
            record.expandIncludes(sources, from: [.shared, .chapters])
            let chapter = parsed(record, sources)
            return Finished(chapter: chapter, entry: kept.map { _ in KeptChapters.Entry(chapter, source: nil) })
        }
    }

    private func record(of file: SourceFile) -> RecordFile {
        RecordFile(markdown: ParsedFile(file), shape: shape, needsFrontMatter: false, known: known)
    }

    /// The chapter that an entry remembers; nil if the entry cannot be used.
    private func remembered(_ entry: KeptChapters.Entry, _ file: SourceFile) -> ParsedChapter? {
        do {
            return try ParsedChapter(entry, of: file, rules: registry) {
                parsed(record(of: file), IncludeSources()).text.content
            }
        } catch {
            // The file is then parsed, with the same result.
            return nil
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
