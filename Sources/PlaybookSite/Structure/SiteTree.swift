import PlaybookCore
import PlaybookModel

/// The pages of the site in reading order, each with its place in the tree of sections.
struct SiteTree: Sendable {
    /// A class, because all cores read each page for every page that links to it, and a copy of a chapter would change forty reference counts.
    final class Page: Sendable {
        /// The folder that the page is written to, such as `account/stages`; empty for the home page.
        let folder: String
        let title: String
        /// The title in menus.
        let menuTitle: String
        let description: String?
        /// Nil for a section without an index page.
        let chapter: Chapter?
        /// True for a page that is built but not in the navigation.
        let isHidden: Bool
        /// The index of the page above; nil for the home page.
        let parent: Int?
        /// True for a page that stands for a folder.
        let isSection: Bool

        fileprivate init(folder: String, title: String, chapter: Chapter?, parent: Int?, isSection: Bool) {
            self.folder = folder
            self.title = title
            menuTitle = chapter?.frontMatter.navTitle ?? title
            description = chapter?.frontMatter.description
            self.chapter = chapter
            isHidden = chapter?.frontMatter.hidden ?? false
            self.parent = parent
            self.isSection = isSection
        }
    }

    /// The home page, then all others depth first, in the order of the navigation.
    private(set) var pages: [Page] = []
    /// For each page, the indexes of the pages directly below it, in order, without hidden pages.
    private(set) var children: [[Int]] = []
    /// Indexes of pages, by the folder that a page has unless it chooses another.
    private var byFolder: [String: Int] = [:]
    /// Indexes of pages, by the paths of their chapters. Every link to a chapter looks up its page.
    private var byChapter: [String: Int] = [:]

    init(_ library: Library) {
        var below: [String: [String]] = [:]
        // The indexes of chapters in the library, by the folder of the page that a chapter has unless it chooses another.
        var chapters: [String: Int] = [:]
        var sections: Set<String> = [""]
        var listed: Set<String> = []
        for index in library.chapters.indices {
            let path = ChapterPath(library.chapters[index].path)
            chapters[path.page] = index
            if !path.isIndex, listed.insert(path.page).inserted { below[path.folder, default: []].append(path.page) }
            var folder = path.folder
            while !folder.isEmpty, sections.insert(folder).inserted {
                let parent = ChapterPath(folder).folder
                // A chapter beside a folder of the same name is the folder's page.
                if listed.insert(folder).inserted { below[parent, default: []].append(folder) }
                folder = parent
            }
        }
        // Depth first with a stack, so the first page is pushed last.
        var waiting: [(folder: String, parent: Int?)] = [("", nil)]
        while let (folder, parent) = waiting.popLast() {
            let index = pages.count
            let chapter = chapters[folder].map { library.chapters[$0] }
            let title = chapter?.title ?? Self.title(ofFolder: folder, library)
            let page = Page(
                folder: chapter?.page ?? folder, title: title, chapter: chapter, parent: parent,
                isSection: sections.contains(folder))
            pages.append(page)
            children.append([])
            byFolder[folder] = index
            if let chapter { byChapter[chapter.path] = index }
            if let parent, !page.isHidden { children[parent].append(index) }
            let ordered = (below[folder] ?? []).map { child in
                (folder: child, order: chapters[child].flatMap { library.chapters[$0].frontMatter.order } ?? .max)
            }.sorted { left, right in
                left.order != right.order ? left.order < right.order : left.folder.precedes(right.folder)
            }
            for child in ordered.reversed() { waiting.append((child.folder, index)) }
        }
    }

    private static func title(ofFolder folder: String, _ library: Library) -> String {
        folder.isEmpty ? library.configuration.site.title : ChapterPath(folder + "/index.md").fallbackTitle
    }

    /// The page of a chapter or section that a link leads to; nil for other targets.
    func index(of target: LinkTarget) -> Int? {
        switch target {
        case .chapter(let path, _): byChapter[path]
        case .section(let folder): byFolder[folder]
        case .asset, .snippet, .account: nil
        }
    }

    /// The pages below a page, including hidden pages, in the order of the navigation.
    func descendants(of index: Int) -> Range<Int> {
        // Depth first, so the pages below a page follow it directly.
        let end = pages[(index + 1)...].firstIndex { ($0.parent ?? 0) < index }
        return (index + 1)..<(end ?? pages.count)
    }

    /// The pages above a page, from the home page down.
    func ancestors(of index: Int) -> [Int] {
        var ancestors: [Int] = []
        var parent = pages[index].parent
        while let index = parent {
            ancestors.append(index)
            parent = pages[index].parent
        }
        return ancestors.reversed()
    }

    /// The neighbours of a page in reading order. A hidden page has no neighbours and is not a neighbour of any page.
    func neighbours(of index: Int) -> (previous: Int?, next: Int?) {
        guard !pages[index].isHidden else { return (nil, nil) }
        return (
            pages[..<index].lastIndex { !$0.isHidden },
            pages[(index + 1)...].firstIndex { !$0.isHidden }
        )
    }
}
