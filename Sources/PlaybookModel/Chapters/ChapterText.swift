import PlaybookCore
import PlaybookMarkup

/// What is kept of a chapter's Markdown. Its tree is dropped once the file has been read, because the trees of all chapters together would take
/// most of the memory of a build.
///
/// A class, because chapters are copied from list to list, and a copy of a struct would change a dozen reference counts.
package final class ChapterText: Sendable {
    /// The title in the front matter. Without one, the text of the first heading outside internal blocks; without that, a title made from the
    /// file's name.
    package let title: String
    /// The headings in order, for links that lead to them and for the table of contents of the page.
    package let headings: [Heading]
    /// True if the first heading is the title, which the page shows in its own way.
    package let hasTitleHeading: Bool
    /// The ids in raw HTML, to which links can lead too.
    package let htmlAnchors: Set<String>
    /// True if there is raw HTML, which may name a file.
    package let hasRawHTML: Bool
    /// What a site is made from; nil if the content was not loaded for a site. If an earlier run read the chapter, each access parses the file
    /// again. That is rare, because most of what a site needs of such a chapter exists already.
    package var content: PageContent? {
        switch made {
        case .nothing: nil
        case .content(let content): content
        case .later(let make): make()
        }
    }

    private let made: Made

    private enum Made: Sendable {
        case nothing
        case content(PageContent)
        case later(@Sendable () -> PageContent?)
    }

    /// The text of a chapter that an earlier run has read.
    ///
    /// - Parameter content: makes what a site is made from.
    package init(
        title: String, headings: [Heading], hasTitleHeading: Bool, htmlAnchors: Set<String>, hasRawHTML: Bool,
        content: @escaping @Sendable () -> PageContent?
    ) {
        self.title = title
        self.headings = headings
        self.hasTitleHeading = hasTitleHeading
        self.htmlAnchors = htmlAnchors
        self.hasRawHTML = hasRawHTML
        made = .later(content)
    }

    /// True for content that was loaded for a site.
    package var isForSite: Bool {
        if case .nothing = made { false } else { true }
    }

    /// Takes what is needed from the tree of a chapter.
    ///
    /// - Parameters:
    ///   - links: the links and images that lead into the content, in document order.
    ///   - comments: the places of comments in the front matter, in bytes of the file.
    ///   - forSite: false if no site is made, so that everything that only a site needs is left out.
    ///   - rawHTML: true if pages show raw HTML.
    package init(
        of document: Document, in file: SourceFile, path: ChapterPath, _ frontMatter: ChapterFrontMatter,
        links: [NodeID], comments: [Range<Int>], forSite: Bool, rawHTML: Bool
    ) {
        let headings = document.headings
        self.headings = headings
        // A heading in an internal block must not become the title, which every list shows.
        let inside = Set(document.internalBlocks)
        let shown = inside.isEmpty ? headings.first : headings.first { !document.isWithin(inside, $0.node) }
        let heading = shown.flatMap { $0.text.isEmpty ? nil : $0.text }
        let title = frontMatter.title ?? heading ?? path.fallbackTitle
        self.title = title
        let first = headings.first
        hasTitleHeading =
            first?.level == 1 && first?.text == title
            && (frontMatter.title == nil || document.children(of: 0).first == first?.node)
        htmlAnchors = forSite || rawHTML ? document.htmlAnchors : []
        hasRawHTML = !document.rawHTML.isEmpty
        guard forSite else {
            made = .nothing
            return
        }
        var options = HTMLOptions.page
        options.rawHTML = rawHTML
        options.omitsComments = true
        for heading in headings { options.headingIDs[heading.node] = heading.id }
        let internalParts = document.internalParts
        let partHeadings = headings.indices.filter { index in
            let heading = headings[index]
            return document.nodes[Int(heading.node)].parent == 0 && !(heading.level == 1 && heading.text == title)
        }
        let parts = partHeadings.map { headings[$0].node }
        func prepared(without omitted: [NodeID]) -> PreparedHTML {
            options.omitted = Set(omitted)
            return document.preparedHTML(options, links: links, parts: parts)
        }
        let titleHeading = hasTitleHeading ? [headings[0].node] : []
        let body = prepared(without: titleHeading)
        let print = internalParts.isEmpty ? nil : prepared(without: titleHeading + internalParts)
        let isTitleInside = titleHeading.contains { document.nodes[Int($0)].parent != 0 }
        made = .content(
            PageContent(
                body: body, print: print, wordCount: document.wordCount, partHeadings: partHeadings,
                hidden: document.hiddenSource(in: file.bytes, rawHTML: rawHTML, comments: comments),
                searched: isTitleInside ? prepared(without: internalParts) : print ?? body))
    }
}

/// What a site needs from a chapter.
package struct PageContent: Sendable {
    /// The body without the title. Its addresses are those of the chapter's `links`.
    package let body: PreparedHTML
    /// The body for printing, without internal parts, because paper gets into more hands than a page. Nil if it is the same as `body`.
    package let print: PreparedHTML?
    /// For the reading time.
    package let wordCount: Int
    /// The headings that begin a part of the text, as indexes in the chapter's `headings`. The text above the first of them is the first part.
    package let partHeadings: [Int]
    /// The byte ranges of the file that its Markdown twin must not have.
    package let hidden: [Range<Int>]

    /// What the search finds: the text for printing, because a search shows text out of its context. It shares the memory of `print` or `body`,
    /// unless the title is inside a block, which the search shows with its title.
    fileprivate let searched: PreparedHTML

    /// The text of each part for the search, in UTF-8.
    package var texts: [[UInt8]] { searched.texts }
}
