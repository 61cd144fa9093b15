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

    /// A heading with the text below it; the first part has no heading.
    struct Part: Sendable {
        var id = ""
        var heading = ""
        var text = ""
    }

    /// How many characters of each part are kept for excerpts: less where there are many, so that no page makes a search slow.
    static func excerptLength(parts: Int) -> Int { min(480, max(120, 1_600 / max(1, parts))) }
}

extension SearchDocument {
    /// A chapter, without what colleagues say among themselves: a search shows text out of its place.
    init(_ chapter: Chapter, address: String, crumbs: String) {
        let document = chapter.document
        let internalParts = Set(document.internalParts)
        let ids = Dictionary(chapter.headings.map { ($0.node, $0) }) { first, _ in first }
        var parts = [Part(text: chapter.frontMatter.description.map { $0 + " " } ?? "")]
        if let play = chapter.frontMatter.play {
            parts[0].text +=
                ([play.trigger] + play.steps + [play.talkTrack, play.measure].compactMap { $0 })
                .joined(separator: " ") + " "
        }
        for child in document.children(of: 0) where !internalParts.contains(child) {
            if let heading = ids[child] {
                if heading.level == 1 && heading.text == chapter.title { continue }
                parts.append(Part(id: heading.id, heading: heading.text))
            } else {
                parts[parts.count - 1].text += document.searchText(of: child, without: internalParts)
            }
        }
        self.init(address: address, title: chapter.title, crumbs: crumbs, parts: parts)
    }
}

extension Document {
    /// The words of a subtree; what stands in different blocks is parted by a blank.
    func searchText(of root: NodeID, without omitted: Set<NodeID>) -> String {
        var text = ""
        var inside: NodeID?
        for step in steps(of: root) {
            switch step {
            case .enter(let id):
                if inside == nil, omitted.contains(id) { inside = id }
                guard inside == nil else { continue }
                switch nodes[Int(id)].kind {
                case .text, .code, .codeBlock: text += literal(id)
                case .softBreak, .lineBreak: text += " "
                default: break
                }
            case .leave(let id):
                if inside == id { inside = nil }
                switch nodes[Int(id)].kind {
                case .paragraph, .heading, .tableCell, .codeBlock, .item: text += " "
                default: break
                }
            }
        }
        return text
    }
}
