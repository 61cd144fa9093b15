import PlaybookCore
import PlaybookModel

/// The folders of the pages that are made from the library, by their purpose.
///
/// Chapters take precedence: if a chapter already has a name, `-list` is added to the name of the made page.
struct Shelves: Sendable {
    enum Shelf: String, Sendable, CaseIterable {
        case plays, snippets, accounts, glossary, stages, roles, kpis, tags, owners

        var title: String {
            switch self {
            case .kpis: "KPIs"
            default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
            }
        }
    }

    private let taken: Set<String>

    init(_ tree: SiteTree) {
        taken = Set(tree.pages.compactMap { $0.folder.pathParts.first })
    }

    /// The folder of a shelf, or of one of its pages. The name of a page is its id, or a slug of it with a part of
    /// its hash.
    func folder(_ shelf: Shelf, _ id: String? = nil) -> String {
        let base = taken.contains(shelf.rawValue) ? shelf.rawValue + "-list" : shelf.rawValue
        guard let id else { return base }
        // An id that is not a slug may have the same slug as others, and two customers must never share a page.
        let whole = slug(id.pieces(between: "/", omittingEmpty: false).joined(separator: "-"))
        // File systems allow 255 bytes, and an id from an export may have more.
        let name = shortened(whole, toBytes: 200)
        if name == id { return base + "/" + name }
        return base + "/" + (name.isEmpty ? "" : name + "-") + sha256(Array(id.utf8)).prefix(8)
    }
}
