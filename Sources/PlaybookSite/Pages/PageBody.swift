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

    /// Nil for a chapter that was not loaded for a site.
    ///
    /// - Parameters:
    ///   - page: the folder of the page that shows the text.
    ///   - links: where the links of all chapters lead.
    ///   - part: on a page with more than one chapter, which of them this is.
    init?(_ chapter: Chapter, on page: String, links: PageLinks, part: PrintPart? = nil) {
        let text = chapter.text
        guard let content = text.content else { return nil }
        let prefix = part?.prefix(ofPage: chapter.page) ?? ""
        let body = part == nil ? content.body : content.print ?? content.body
        html = body.filled(idPrefix: prefix, headingShift: part == nil ? 0 : 1) { link in
            chapter.links[link].map { links.address(of: $0, from: page, in: part) }
        }
        let title = text.hasTitleHeading ? text.headings.first : nil
        titleID = title.map { prefix + $0.id }
        contents = Self.contents(text.headings.dropFirst(title == nil ? 0 : 1))
        // 230 words a minute: Brysbaert, "How many words do we read per minute?", 2019, for English non-fiction 238.
        readingMinutes = max(1, (content.wordCount + 115) / 230)
    }

    private static func contents(_ headings: ArraySlice<Heading>) -> [ContentsRecord] {
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
