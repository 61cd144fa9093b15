import PlaybookCore
import PlaybookModel

/// A page as the search sees it.
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
    /// A chapter. Its description and its play come before its text.
    init(_ chapter: Chapter, address: String, crumbs: String) {
        var first = Part(text: chapter.frontMatter.description.map { Array(($0 + " ").utf8) } ?? [])
        if let play = chapter.frontMatter.play {
            let texts = [play.trigger] + play.steps + [play.talkTrack, play.measure].compactMap { $0 }
            first.text += Array((texts.joined(separator: " ") + " ").utf8)
        }
        var parts = [first]
        if let content = chapter.text.content {
            let texts = content.texts
            parts[0].text += texts[0]
            parts += zip(content.partHeadings, texts.dropFirst()).map { place, text in
                let heading = chapter.text.headings[place]
                return Part(id: heading.id, heading: heading.text, text: text)
            }
        }
        self.init(address: address, title: chapter.title, crumbs: crumbs, parts: parts)
    }
}
