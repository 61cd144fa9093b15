import PlaybookCore
import PlaybookMarkup

/// A Markdown page of the playbook.
package struct Chapter: Sendable {
    /// The path below `chapters/`, such as `account/stages.md`.
    package let path: String
    /// The title in the front matter; else the text of the first heading outside internal blocks; else a title made
    /// from the file's name.
    package let title: String
    package let source: SourceFile
    package let document: Document
    package let headings: [Heading]
    package var frontMatter: ChapterFrontMatter
    /// The folder that the page is written to, such as `account/stages`; empty for the home page.
    package let page: String
    /// Where comments stand in the front matter, in bytes of the file.
    package let comments: [Range<Int>]
    /// Where each link and image that points into the content folder leads.
    package let links: [NodeID: LinkTarget]

    package init(
        path: String, source: SourceFile, document: Document, headings: [Heading], frontMatter: ChapterFrontMatter,
        comments: [Range<Int>], links: [NodeID: LinkTarget]
    ) {
        self.path = path
        self.source = source
        self.document = document
        self.headings = headings
        self.frontMatter = frontMatter
        page = frontMatter.page(of: ChapterPath(path))
        // A heading in an internal block must not become the title, which every list shows.
        let inside = Set(document.internalBlocks)
        let first = inside.isEmpty ? headings.first : headings.first { !document.isWithin(inside, $0.node) }
        let heading = first.flatMap { $0.text.isEmpty ? nil : $0.text }
        title = frontMatter.title ?? heading ?? ChapterPath(path).fallbackTitle
        self.comments = comments
        self.links = links
    }
}

/// The front matter of a chapter; every key is optional (docs/formats.md, "Chapters").
package struct ChapterFrontMatter: Sendable {
    package var title: String?
    /// A shorter title for menus.
    package var navTitle: String?
    package var description: String?
    package var order: Int?
    /// The id of a person.
    package var owner: String?
    package var reviewBy: CalendarDate?
    package var stage: String?
    package var roles: [String] = []
    package var kpis: [String] = []
    package var tags: [String] = []
    package var draft = false
    /// The page's own path below the top of the site, as written.
    package var path: String?
    package var aliases: [String] = []
    package var hidden = false
    package var play: Play?

    package init() {}

    /// The folder that the page of a chapter with this front matter is written to. The home page is at the top, whatever it asks for.
    package func page(of chapter: ChapterPath) -> String {
        guard let path, !chapter.page.isEmpty else { return chapter.page }
        return pageFolder(path) ?? chapter.page
    }
}

/// A chapter that is a procedure.
package struct Play: Sendable {
    package var trigger: String
    /// Each is one line of Markdown.
    package var steps: [String]
    /// The id of a person.
    package var owner: String?
    package var talkTrack: String?
    package var measure: String?

    package init(
        trigger: String, steps: [String], owner: String? = nil, talkTrack: String? = nil, measure: String? = nil
    ) {
        self.trigger = trigger
        self.steps = steps
        self.owner = owner
        self.talkTrack = talkTrack
        self.measure = measure
    }
}
