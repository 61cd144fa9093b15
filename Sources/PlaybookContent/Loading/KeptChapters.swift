import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// What a run remembers about the chapters that it read, so that the next run need not parse chapters whose files are the same (docs/output.md,
/// "What a build remembers"). It may be used only if everything else that the result depends on is the same too: the program, the settings, the
/// day, and the names and ids of all other content.
package struct KeptChapters: Sendable {
    /// In the order of the names of their files.
    private let entries: [(name: String, entry: Entry)]
    private let places: [String: Int]

    /// What is remembered about one chapter.
    struct Entry: Sendable {
        /// The SHA-256 of the file. Empty for a chapter that includes others, because it depends on more than its own file.
        let source: String
        /// The SHA-256 of everything that other pages may show of the chapter.
        let face: String
        /// `ParsedChapter`, for `RecordReader`; empty for a chapter that includes others.
        let record: [UInt8]
    }

    package init() { self.init([]) }

    /// - Parameter entries: in the order of the names of their files.
    init(_ entries: [(name: String, entry: Entry)]) {
        self.entries = entries
        places = Dictionary(entries.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// Joins parts that follow one another.
    package init(joining parts: [KeptChapters]) { self.init(parts.flatMap(\.entries)) }

    /// Parts that follow one another, with at most `count` chapters each.
    package func parts(of count: Int) -> [KeptChapters] {
        stride(from: 0, to: entries.count, by: count).map {
            KeptChapters(Array(entries[$0..<min($0 + count, entries.count)]))
        }
    }

    /// What is remembered about the chapter in a file.
    subscript(_ name: String) -> Entry? { places[name].map { entries[$0].entry } }

    /// The SHA-256 of everything that pages show of chapters other than their own. As long as it is the same, an edit of a chapter changes the
    /// pages with its text and no others.
    package var face: String {
        var writer = RecordWriter()
        for (name, entry) in entries {
            writer.add(name)
            writer.add(entry.face)
        }
        return sha256(writer.bytes)
    }

    /// The paths below `chapters/` of the chapters whose files are as they were in an earlier run.
    package func unchanged(since earlier: KeptChapters) -> Set<String> {
        Set(
            entries.compactMap { name, entry in
                guard !entry.source.isEmpty, earlier[name]?.source == entry.source else { return nil }
                return ContentPart.chapters.path(of: name)
            })
    }
}

extension RecordWriter {
    package mutating func add(_ chapters: KeptChapters) {
        chapters.add(to: &self)
    }
}

extension KeptChapters {
    fileprivate func add(to writer: inout RecordWriter) {
        writer.add(entries) { writer, chapter in
            writer.add(chapter.name)
            writer.add(chapter.entry.source)
            writer.add(chapter.entry.face)
            writer.add(chapter.entry.record[...])
        }
    }

    package init(_ reader: inout RecordReader) throws {
        self.init(
            try reader.list { reader in
                let name = try reader.text()
                return (
                    name, Entry(source: try reader.text(), face: try reader.text(), record: Array(try reader.part()))
                )
            })
    }
}

extension KeptChapters.Entry {
    /// - Parameter source: the SHA-256 of the chapter's file; nil for a chapter that includes others.
    init(_ chapter: ParsedChapter, source: String?) {
        var writer = RecordWriter()
        writer.add(faceOf: chapter)
        face = sha256(writer.bytes)
        self.source = source ?? ""
        guard source != nil else {
            record = []
            return
        }
        writer.add(restOf: chapter)
        record = writer.bytes.fitted
    }
}

extension RecordWriter {
    /// What other pages may show of a chapter, and what decides where links lead.
    fileprivate mutating func add(faceOf chapter: ParsedChapter) {
        add(chapter.frontMatter)
        add(chapter.text.title)
        add(chapter.text.headings) { writer, heading in
            writer.add(heading.level)
            writer.add(heading.text)
            writer.add(heading.id)
        }
        add(chapter.text.hasTitleHeading)
        add(chapter.text.htmlAnchors.sortedByBytes())
        add(chapter.links) { writer, link in
            writer.add(link.url)
            writer.add(link.isImage)
            writer.add(Int(link.file))
        }
        add(chapter.keys.isSound)
    }

    /// What only the chapter's own page and findings depend on.
    fileprivate mutating func add(restOf chapter: ParsedChapter) {
        for heading in chapter.text.headings { add(Int(heading.node)) }
        add(chapter.text.hasRawHTML)
        for link in chapter.links {
            add(Int(link.node))
            add(link.source)
        }
        add(chapter.keys.path) { $0.add($1) }
        add(chapter.keys.hidden) { $0.add($1) }
        add(chapter.keys.aliases) { writer, alias in
            writer.add(alias.alias)
            writer.add(alias.source)
        }
        add(chapter.findings) { $0.add($1) }
        add(chapter.furtherFindings) { $0.add($1) }
    }

    private mutating func add(_ frontMatter: ChapterFrontMatter) {
        for text in [frontMatter.title, frontMatter.navTitle, frontMatter.description, frontMatter.owner] { add(text) }
        for text in [frontMatter.stage, frontMatter.path] { add(text) }
        add(frontMatter.order) { $0.add($1) }
        add(frontMatter.reviewBy?.days) { $0.add($1) }
        for texts in [frontMatter.roles, frontMatter.kpis, frontMatter.tags, frontMatter.aliases] { add(texts) }
        add(frontMatter.draft)
        add(frontMatter.hidden)
        add(frontMatter.play) { writer, play in
            writer.add(play.trigger)
            writer.add(play.steps)
            for text in [play.owner, play.talkTrack, play.measure] { writer.add(text) }
        }
    }
}

extension ParsedChapter {
    /// The chapter that an entry remembers.
    ///
    /// - Parameters:
    ///   - file: the chapter's file, with the same bytes as when the entry was made.
    ///   - content: parses the file again.
    /// - Throws: an error if the entry is damaged.
    convenience init(
        _ entry: KeptChapters.Entry, of file: SourceFile, rules: RuleRegistry,
        content: @escaping @Sendable () -> PageContent?
    ) throws {
        var reader = RecordReader(entry.record)
        let frontMatter = try ChapterFrontMatter(&reader)
        let title = try reader.text()
        let headings = try reader.list { (level: try $0.number(), text: try $0.text(), id: try $0.text()) }
        let hasTitleHeading = try reader.flag()
        let htmlAnchors = Set(try reader.texts())
        let links = try reader.list { (url: try $0.text(), isImage: try $0.flag(), file: try $0.number()) }
        let isSound = try reader.flag()
        let placedHeadings = try headings.map { heading in
            Heading(node: try reader.node(), level: heading.level, text: heading.text, id: heading.id)
        }
        let hasRawHTML = try reader.flag()
        let placedLinks = try links.map { link in
            Link(
                node: try reader.node(), isImage: link.isImage, url: link.url, source: try reader.range(),
                file: Int32(truncatingIfNeeded: link.file))
        }
        let keys = PageKeys(
            path: try reader.optional { try $0.range() }, hidden: try reader.optional { try $0.range() },
            aliases: try reader.list { (try $0.text(), try $0.range()) }, isSound: isSound)
        var findings = RecordedFindings(rules, files: [file])
        self.init(
            file: file, path: ChapterPath(ContentPart.chapters.path(of: file.name) ?? file.name),
            frontMatter: frontMatter,
            text: ChapterText(
                title: title, headings: placedHeadings, hasTitleHeading: hasTitleHeading, htmlAnchors: htmlAnchors,
                hasRawHTML: hasRawHTML, content: content),
            links: placedLinks, keys: keys, findings: try reader.list { try findings.next(&$0) },
            furtherFindings: try reader.list { try findings.next(&$0) })
    }
}

extension ChapterFrontMatter {
    fileprivate init(_ reader: inout RecordReader) throws {
        self.init()
        title = try reader.optional { try $0.text() }
        navTitle = try reader.optional { try $0.text() }
        description = try reader.optional { try $0.text() }
        owner = try reader.optional { try $0.text() }
        stage = try reader.optional { try $0.text() }
        path = try reader.optional { try $0.text() }
        order = try reader.optional { try $0.number() }
        reviewBy = try reader.optional { CalendarDate(days: try $0.number()) }
        roles = try reader.texts()
        kpis = try reader.texts()
        tags = try reader.texts()
        aliases = try reader.texts()
        draft = try reader.flag()
        hidden = try reader.flag()
        play = try reader.optional { reader in
            Play(
                trigger: try reader.text(), steps: try reader.texts(), owner: try reader.optional { try $0.text() },
                talkTrack: try reader.optional { try $0.text() }, measure: try reader.optional { try $0.text() })
        }
    }
}

extension RecordReader {
    fileprivate mutating func node() throws -> NodeID { NodeID(truncatingIfNeeded: try number()) }
}
