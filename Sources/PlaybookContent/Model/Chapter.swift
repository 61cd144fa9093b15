import PlaybookCore
import PlaybookMarkup

/// A Markdown page of the playbook.
public struct Chapter: Sendable {
    /// The path below `chapters/`, such as `account/stages.md`.
    public let path: String
    /// Front matter's title, else the text of the first heading, else the file's name.
    public let title: String
    public let source: SourceFile
    public let document: Document
    public let headings: [Heading]
    public internal(set) var frontMatter: ChapterFrontMatter
    /// The folder that the page is written to, such as `account/stages`; empty for the home page.
    public let page: String
    /// Where each link and image that points into the content folder leads.
    public let links: [NodeID: LinkTarget]

    public init(
        path: String, source: SourceFile, document: Document, headings: [Heading], frontMatter: ChapterFrontMatter,
        links: [NodeID: LinkTarget]
    ) {
        self.path = path
        self.source = source
        self.document = document
        self.headings = headings
        self.frontMatter = frontMatter
        page = frontMatter.page(of: ChapterPath(path))
        // What colleagues say among themselves is no title: it would stand in every list.
        let inside = Set(document.internalBlocks)
        let first = inside.isEmpty ? headings.first : headings.first { !document.isWithin(inside, $0.node) }
        let heading = first.flatMap { $0.text.isEmpty ? nil : $0.text }
        title = frontMatter.title ?? heading ?? ChapterPath(path).fallbackTitle
        self.links = links
    }

}

/// The front matter of a chapter; every key is optional (content.md, "Chapter front matter").
public struct ChapterFrontMatter: Sendable {
    public var title: String?
    /// A shorter title for menus.
    public var navTitle: String?
    public var description: String?
    public var order: Int?
    /// The id of a person.
    public var owner: String?
    public var reviewBy: CalendarDate?
    public var stage: String?
    public var roles: [String] = []
    public var kpis: [String] = []
    public var tags: [String] = []
    public var draft = false
    /// The page's own path below the top of the site, as written.
    public var path: String?
    public var aliases: [String] = []
    public var hidden = false
    public var play: Play?

    public init() {}

    /// The folder that the page of a chapter with this front matter is written to. The home page is at the top, whatever it asks for.
    func page(of chapter: ChapterPath) -> String {
        guard let path, !chapter.page.isEmpty else { return chapter.page }
        return pageFolder(path) ?? chapter.page
    }
}

/// A chapter that is a procedure.
public struct Play: Sendable {
    public var trigger: String
    /// Each is one line of Markdown.
    public var steps: [String]
    /// The id of a person.
    public var owner: String?
    public var talkTrack: String?
    public var measure: String?

    public init(
        trigger: String, steps: [String], owner: String? = nil, talkTrack: String? = nil, measure: String? = nil
    ) {
        self.trigger = trigger
        self.steps = steps
        self.owner = owner
        self.talkTrack = talkTrack
        self.measure = measure
    }
}

/// Where a link inside the content leads.
public enum LinkTarget: Sendable, Hashable {
    /// A chapter's path below `chapters/`, and the id of a heading there.
    case chapter(String, anchor: String?)
    /// A folder of chapters without an index page, by its path below `chapters/`.
    case section(String)
    /// A file that is published as it is, by its path below the content folder.
    case asset(String)
    /// A snippet that has a page on the site, by its id.
    case snippet(String)
    /// An account that has a page on the site, by its id.
    case account(String)
}
