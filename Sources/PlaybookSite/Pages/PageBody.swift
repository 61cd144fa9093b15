import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The parts of a page that come from a chapter's Markdown.
struct PageBody: Sendable {
    /// HTML without the heading that the page shows as its title.
    let html: [UInt8]
    /// The id of that heading, for links to it; nil if the page's title is not a heading.
    let titleID: String?
    /// The headings of level 2, each with the headings of level 3 below it.
    let contents: [ContentsRecord]
    /// The reading time in minutes, at least 1.
    let readingMinutes: Int

    /// - Parameters:
    ///   - page: the folder of the page that shows the text.
    ///   - links: the targets of the links of all chapters.
    ///   - part: for a page with several chapters, the part that this chapter is.
    init(_ chapter: Chapter, on page: String, links: PageLinks, rawHTML: Bool, part: PrintPart? = nil) {
        let document = chapter.document
        var options = HTMLOptions.page
        options.rawHTML = rawHTML
        options.omitsComments = true
        if let part {
            options.idPrefix = part.prefix(ofPage: chapter.page)
            options.headingShift = 1
            // A printed page can reach people outside the company, so internal blocks are left out.
            options.omitted = Set(document.internalParts)
        }
        for heading in chapter.headings { options.headingIDs[heading.node] = heading.id }
        let title = Self.titleHeading(of: chapter)
        if let title { options.omitted.insert(title) }
        titleID = title.flatMap { options.headingIDs[$0] }.map { options.idPrefix + $0 }
        for (node, target) in chapter.links {
            options.addresses[node] = links.address(of: target, from: page, in: part)
        }
        html = document.html(options)
        contents = Self.contents(chapter.headings.filter { $0.node != title })
        // 230 words a minute: Brysbaert, "How many words do we read per minute?", 2019, for English non-fiction 238.
        readingMinutes = max(1, (document.wordCount + 115) / 230)
    }

    /// The heading that is the page's title: a first heading of level 1, unless front matter says something else.
    private static func titleHeading(of chapter: Chapter) -> NodeID? {
        guard let first = chapter.headings.first, first.level == 1,
            chapter.document.children(of: 0).first == first.node || chapter.frontMatter.title == nil,
            first.text == chapter.title
        else { return nil }
        return first.node
    }

    private static func contents(_ headings: [Heading]) -> [ContentsRecord] {
        var entries: [ContentsRecord] = []
        for heading in headings {
            let href = "#" + heading.id
            if heading.level == 2 {
                entries.append(ContentsRecord(title: heading.text, href: href))
            } else if heading.level == 3, !entries.isEmpty {
                entries[entries.count - 1].children.append(ContentsRecord.Part(title: heading.text, href: href))
            }
        }
        return entries
    }
}

extension Document {
    /// The document as HTML for a page whose policy forbids styles on elements, for texts that are not chapters.
    var pageHTML: [UInt8] { html(.page) }
}

extension HTMLOptions {
    /// For pages, which colleagues read.
    fileprivate static var page: HTMLOptions {
        var options = HTMLOptions()
        options.lazyImages = true
        options.wrapsTables = true
        options.alignsByClass = true
        options.labelsTasks = true
        options.showsInternalBlocks = true
        options.readsCodeInfo = true
        return options
    }
}
