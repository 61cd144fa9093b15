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

/// The pages to print: one for the book, and one for each of its sections. What is inside a section that has one has none of its own: each
/// would hold the same chapters again, and they were a third of all bytes of a large site.
struct PrintPages: Sendable {
    /// Nobody prints more than this at once, and a browser would take minutes to lay it out.
    static let limit = 300

    /// The sections that have one, as indexes of the tree's pages; the first page's is that of the book.
    let sections: [Int]
    private let tree: SiteTree
    private let taken: Set<String>
    private let isListed: Set<Int>

    init(_ tree: SiteTree) {
        self.tree = tree
        let taken = Set(tree.pages.map(\.folder))
        self.taken = taken
        let sections = tree.pages.indices.filter { index in
            let page = tree.pages[index]
            return index == 0 || page.isSection && !page.isHidden
        }
        let counts = Dictionary(
            uniqueKeysWithValues: sections.map { ($0, Self.pages(of: $0, in: tree).count) })
        self.sections = sections.filter { index in
            guard let count = counts[index], (2...Self.limit).contains(count) else { return false }
            guard let parent = tree.pages[index].parent, parent != 0 else { return true }
            return counts[parent, default: 0] > Self.limit
        }
        isListed = Set(self.sections)
    }

    /// True for a section that has a print page.
    func hasPage(_ section: Int) -> Bool { isListed.contains(section) }

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

extension PageBuilder {
    /// A section's print page.
    func record(ofPrint section: Int) -> PrintTemplateRecord {
        let folder = prints.folder(of: section)
        let indexes = prints.pages(of: section)
        let part = PrintPart(pages: indexes.map { tree.pages[$0].folder })
        let parts = indexes.map { index in
            let page = tree.pages[index]
            let body = page.chapter.flatMap { PageBody($0, on: folder, links: links, part: part) }
            return PrintRecord.Part(
                id: part.id(ofPage: page.folder), title: page.title, titleID: body?.titleID,
                description: page.description, body: body?.html, play: page.chapter?.frontMatter.play.map(play))
        }
        let title = section == 0 ? library.configuration.site.title : tree.pages[section].title
        let own = tree.pages[section]
        let crumbs = section == 0 ? [tree.pages[0]] : [tree.pages[0], own]
        return PrintTemplateRecord(
            site: site(from: folder),
            page: PrintRecord(
                title: title, date: longDate(asOf),
                breadcrumbs: crumbs.map {
                    LinkRecord(title: $0.title, href: address(from: folder, toPage: $0.folder))
                },
                parts: parts))
    }
}
