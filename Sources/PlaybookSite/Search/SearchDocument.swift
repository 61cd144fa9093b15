import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A page as search knows it.
struct SearchDocument: Sendable {
    /// Its address from the site's root.
    let address: String
    let title: String
    /// The titles of the sections above it.
    let crumbs: String
    let parts: [Part]

    /// A heading with the text below it, in UTF-8; the first part has no heading.
    struct Part: Sendable {
        var id = ""
        var heading = ""
        var text: [UInt8] = []
    }
}

extension SearchDocument {
    /// A chapter, without what colleagues say among themselves: a search shows text out of its place.
    init(_ chapter: Chapter, address: String, crumbs: String) {
        let document = chapter.document
        let internalParts = Set(document.internalParts)
        var first = Part(text: chapter.frontMatter.description.map { Array(($0 + " ").utf8) } ?? [])
        if let play = chapter.frontMatter.play {
            let texts = [play.trigger] + play.steps + [play.talkTrack, play.measure].compactMap { $0 }
            first.text += Array((texts.joined(separator: " ") + " ").utf8)
        }
        var parts = [first]
        // Both are in the order of the text.
        var headings = chapter.headings[...]
        for child in document.children(of: 0) where !internalParts.contains(child) {
            while let next = headings.first, next.node < child { headings.removeFirst() }
            if let heading = headings.first, heading.node == child {
                if heading.level == 1 && heading.text == chapter.title { continue }
                parts.append(Part(id: heading.id, heading: heading.text))
            } else {
                document.appendWords(of: child, without: internalParts, to: &parts[parts.count - 1].text)
            }
        }
        self.init(address: address, title: chapter.title, crumbs: crumbs, parts: parts)
    }
}
