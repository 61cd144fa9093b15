import PlaybookCore

/// A Markdown page of the playbook.
///
/// A class, because chapters are copied from list to list and read by all cores for every page that links to them.
package final class Chapter: Sendable {
    /// The path below `chapters/`, such as `account/stages.md`.
    package let path: String
    package let source: SourceFile
    package let text: ChapterText
    package let frontMatter: ChapterFrontMatter
    /// The folder that the page is written to, such as `account/stages`; empty for the home page.
    package let page: String
    /// The targets of the links and images whose addresses are not absolute, in document order; nil for one that leads nowhere.
    package let links: [LinkTarget?]
    /// The places of the file's own links to snippets and accounts, which a new content folder made from this one does not have.
    package let recordLinks: [Range<Int>]

    package init(
        path: String, source: SourceFile, text: ChapterText, frontMatter: ChapterFrontMatter, links: [LinkTarget?],
        recordLinks: [Range<Int>]
    ) {
        self.path = path
        self.source = source
        self.text = text
        self.frontMatter = frontMatter
        page = frontMatter.page(of: ChapterPath(path))
        self.links = links
        self.recordLinks = recordLinks
    }

    /// The title of the page.
    package var title: String { text.title }

    /// The chapter without some of its aliases.
    package func without(aliases: Set<String>) -> Chapter {
        var frontMatter = frontMatter
        frontMatter.aliases.removeAll(where: aliases.contains)
        return Chapter(
            path: path, source: source, text: text, frontMatter: frontMatter, links: links, recordLinks: recordLinks)
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

    /// The folder that the page of a chapter with this front matter is written to. The home page is always at the top, whatever its front matter
    /// says.
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
