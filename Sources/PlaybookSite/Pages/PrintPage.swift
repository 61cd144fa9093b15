import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// Chapters that stand on one page, to be printed together: which they are, and how the ids of each are told apart.
struct PrintPart: Sendable {
    /// The place of each page in the whole, from 1, by its folder.
    private let numbers: [String: Int]

    init(pages: [String]) {
        numbers = Dictionary(pages.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
    }

    func contains(_ page: String) -> Bool { numbers[page] != nil }

    /// What stands before the ids of a page.
    func prefix(ofPage page: String) -> String { id(ofPage: page) + "-" }

    func id(ofPage page: String) -> String { "part-\(numbers[page] ?? 0)" }

    func address(ofPage page: String, anchor: String?) -> String {
        "#" + (anchor.map { prefix(ofPage: page) + $0 } ?? id(ofPage: page))
    }
}

/// The pages to print: one for the book, and one for each section.
struct PrintPages: Sendable {
    /// Nobody prints more than this at once, and a browser would take minutes to lay it out.
    static let limit = 300

    /// The sections that have one, as indexes of the tree's pages; the first page's is that of the book.
    let sections: [Int]
    private let tree: SiteTree
    private let taken: Set<String>

    init(_ tree: SiteTree) {
        self.tree = tree
        let taken = Set(tree.pages.map(\.folder))
        self.taken = taken
        sections = tree.pages.indices.filter { index in
            let page = tree.pages[index]
            guard index == 0 || page.isSection && !page.isHidden else { return false }
            return (2...Self.limit).contains(Self.pages(of: index, in: tree).count)
        }
    }

    /// The folder of a section's print page; a chapter of that name has the first choice.
    func folder(of section: Int) -> String {
        let base = tree.pages[section].folder
        let folder = base.isEmpty ? "print" : base + "/print"
        return taken.contains(folder) ? folder + "-all" : folder
    }

    /// The chapters of a section in reading order, its own page first.
    func pages(of section: Int) -> [Int] { Self.pages(of: section, in: tree) }

    private static func pages(of section: Int, in tree: SiteTree) -> [Int] {
        let all = [section] + tree.descendants(of: section)
        return all.filter { tree.pages[$0].chapter != nil && !tree.pages[$0].isHidden }
    }
}

extension PageValues {
    /// The values of a section's print page.
    func values(ofPrint section: Int, _ pages: PrintPages) -> [String: TemplateValue] {
        let folder = pages.folder(of: section)
        let indexes = pages.pages(of: section)
        let part = PrintPart(pages: indexes.map { tree.pages[$0].folder })
        let parts = indexes.map { index -> [String: TemplateValue] in
            let page = tree.pages[index]
            let body = page.chapter.map {
                PageBody($0, on: folder, links: links, rawHTML: library.configuration.site.rawHTML, part: part)
            }
            return [
                "id": .text(part.id(ofPage: page.folder)), "title": .text(page.title),
                "title_id": .optional(body?.titleID),
                "description": .optional(page.description), "body": .optional(body?.html),
                "play": page.chapter?.frontMatter.play.map { .object(play($0)) } ?? .missing,
            ]
        }
        let title = section == 0 ? library.configuration.site.title : tree.pages[section].title
        let home = Listing.Entry(title: tree.pages[0].title, folder: "")
        let own = Listing.Entry(title: tree.pages[section].title, folder: tree.pages[section].folder)
        return [
            "site": .object(siteValues(folder)),
            "page": .object([
                "title": .text(title), "date": .text(longDate(asOf)), "parts": .list(parts),
                "breadcrumbs": .list((section == 0 ? [home] : [home, own]).map { entry($0, from: folder) }),
            ]),
        ]
    }
}
