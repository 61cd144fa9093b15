import PlaybookCore
import PlaybookMarkup

/// What is kept of a chapter's Markdown. The tree is used up by whoever reads the file: the trees of all chapters together would be the most
/// of what a build holds.
///
/// Behind a reference, because chapters are copied from list to list, and a copy of all this would be a dozen counts.
package final class ChapterText: Sendable {
    /// The title in the front matter; else the text of the first heading outside internal blocks; else a title made
    /// from the file's name.
    package let title: String
    /// In order: what links lead to, and the contents of the page.
    package let headings: [Heading]
    /// True where the first heading is the title, which the page shows in its own way.
    package let hasTitleHeading: Bool
    /// The ids in raw HTML, to which links can lead too.
    package let htmlAnchors: Set<String>
    /// True where raw HTML says something, which may name a file.
    package let hasRawHTML: Bool
    /// What a site is made from; nil where the content was loaded for something else. Where the chapter was read by an earlier run, its file is
    /// parsed each time that this is asked for, which is seldom: most of what such a chapter gives is there from that run.
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

    /// What was kept of a chapter by an earlier run.
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
    ///   - comments: where comments stand in the front matter, in bytes of the file.
    ///   - forSite: false where no site is made, so that what only a site needs is left out.
    ///   - rawHTML: true where pages show raw HTML.
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

/// What a chapter gives to a site.
package struct PageContent: Sendable {
    /// The body without the title. Its addresses are those of the chapter's `links`.
    package let body: PreparedHTML
    /// The body on paper, which goes further than a page: what colleagues say among themselves is not on it. Nil where it is the same.
    package let print: PreparedHTML?
    /// For the time that reading takes.
    package let wordCount: Int
    /// The headings that begin a part of the text, by their places among those of the chapter. What stands above them is the first part.
    package let partHeadings: [Int]
    /// Where the file has what its Markdown twin must not have, in bytes.
    package let hidden: [Range<Int>]

    /// What the search finds: as on paper, for a search shows text out of its place. It has no memory of its own, unless the title stands
    /// inside a block, of which the search knows the whole.
    fileprivate let searched: PreparedHTML

    /// The text of each part for the search, in UTF-8.
    package var texts: [[UInt8]] { searched.texts }
}
