import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// The chapters on one page for printing, and the prefixes that keep their ids distinct.
struct PrintPart: Sendable {
    /// The number of each chapter on the page, counted from 1, by the folder of its own page.
    private let numbers: [String: Int]

    init(pages: [String]) {
        numbers = Dictionary(pages.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
    }

    func contains(_ page: String) -> Bool { numbers[page] != nil }

    /// The prefix for the ids of a chapter.
    func prefix(ofPage page: String) -> String { id(ofPage: page) + "-" }

    func id(ofPage page: String) -> String { "part-\(numbers[page] ?? 0)" }

    func address(ofPage page: String, anchor: String?) -> String {
        "#" + (anchor.map { prefix(ofPage: page) + $0 } ?? id(ofPage: page))
    }
}

/// The pages for printing: one for the whole book, and one for each of its sections. A section inside a section with such a page has none of its
/// own, because it would repeat the same chapters. On a large site, such repetitions were a third of all bytes.
struct PrintPages: Sendable {
    /// The most chapters on one page. Nobody prints more at once, and a browser would take minutes to lay them out.
    static let limit = 300

    /// The sections that have a page for printing, as indexes of the tree's pages. Index 0 stands for the whole book.
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

    /// True if a section has a page for printing.
    func hasPage(_ section: Int) -> Bool { isListed.contains(section) }

    /// The folder of a section's page for printing. If a chapter already has that name, `-all` is added.
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
    /// The page for printing of a section.
    func record(ofPrint section: Int) -> PrintTemplateRecord {
        record(ofPrint: section, printParts(of: section).map { $0() })
    }

    /// The chapters on the page for printing of a section. Each is made when it is called.
    func printParts(of section: Int) -> [@Sendable () -> PrintRecord.Part] {
        let folder = prints.folder(of: section)
        let indexes = prints.pages(of: section)
        let part = PrintPart(pages: indexes.map { tree.pages[$0].folder })
        return indexes.map { index in
            {
                let page = tree.pages[index]
                let body = page.chapter.flatMap { PageBody($0, on: folder, links: links, part: part) }
                return PrintRecord.Part(
                    id: part.id(ofPage: page.folder), title: page.title, titleID: body?.titleID,
                    description: page.description, body: body?.html, play: page.chapter?.frontMatter.play.map(play))
            }
        }
    }

    /// The page for printing of a section with its chapters.
    func record(ofPrint section: Int, _ parts: [PrintRecord.Part]) -> PrintTemplateRecord {
        let folder = prints.folder(of: section)
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
