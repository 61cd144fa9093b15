import PlaybookCore
import PlaybookTemplates

/// The section tree beside the text. It is made once for each folder, because the pages of a folder differ only in the item that is marked as
/// current.
struct Navigation: Sendable {
    private let tree: SiteTree
    private let templates: Templates
    /// Each page as an item that is neither current nor open, by its index.
    private var items: [Item] = []
    /// The part of the navigation that the pages of a section share, by the index of the section.
    private var branches: [Branch?] = []

    /// The most pages of a page's own folder that are shown. If there are more, the pages around the page are shown, and one line leads to all.
    static let window = 40
    /// The limit for the folders above. If one of them has more pages than `outerWindow`, only `outerFew` around the open page are shown. On a site
    /// with many sections, they would otherwise be most of the bytes of a page.
    static let outerWindow = 14
    static let outerFew = 5

    /// An item as HTML, before and after the address of its page.
    private struct Item: Sendable {
        var before: [UInt8]
        var after: [UInt8]
    }

    /// The navigation of a folder as HTML, before and after its pages.
    private struct Branch: Sendable {
        var before: [UInt8]
        var after: [UInt8]
    }

    /// Marks the place of something that is inserted later. Templates do not escape this control character, and it is removed from titles.
    private static let gap: UInt8 = 1

    /// - Parameter isForFewPages: true to make nothing before a page needs it.
    init(_ tree: SiteTree, templates: Templates, isForFewPages: Bool = false) async {
        self.tree = tree
        self.templates = templates
        if isForFewPages { return }
        let gap = String(decoding: [Self.gap], as: UTF8.self)
        let bare = self
        items = await tree.pages.concurrentMap { page in
            let (before, after) = bare.render(page, href: gap).cut(at: Self.gap)
            return Item(before: before, after: after)
        }
        let unfinished = self
        branches = await Array(tree.pages.indices).concurrentMap { section -> Branch? in
            guard unfinished.isFolder(section) else { return nil }
            return unfinished.branch(aroundPagesOf: section)
        }
    }

    /// The part of the navigation that the pages of a section share.
    private func branch(aroundPagesOf section: Int) -> Branch {
        if branches.indices.contains(section), let made = branches[section] { return made }
        // All pages in the folder have the same relative addresses, because their paths differ only in the last part.
        let folder = tree.pages[section].folder
        return branch(section, from: folder.isEmpty ? "x" : folder + "/x", current: nil)
    }

    private func isFolder(_ index: Int) -> Bool { index == 0 || !tree.children[index].isEmpty }

    /// The items of the navigation for a page, as HTML.
    func html(for index: Int) -> [UInt8] {
        let page = tree.pages[index]
        let isFolder = isFolder(index)
        let shown = isFolder ? index : page.parent ?? 0
        let branch = isFolder ? branch(index, from: page.folder, current: index) : branch(aroundPagesOf: shown)
        var html = branch.before
        let children = tree.children[shown]
        append(children, around: index, of: shown, from: page.folder, most: Self.window, else: Self.window, to: &html) {
            child, html in
            if child == index {
                html += render(page, href: address(from: page.folder, toPage: page.folder), isCurrent: true)
            } else {
                append(child, from: page.folder, to: &html)
            }
        }
        html += branch.after
        return html
    }

    /// The navigation of a page that is not in a folder of chapters. No section is open.
    func html(from folder: String) -> [UInt8] {
        var html: [UInt8] = []
        append(tree.children[0], around: 0, of: 0, from: folder, most: Self.window, else: Self.window, to: &html) {
            child, html in
            append(child, from: folder, to: &html)
        }
        return html
    }

    /// The navigation around the pages of a section.
    private func branch(_ section: Int, from folder: String, current: Int?) -> Branch {
        var inner = [Self.gap]
        var open = section
        while let parent = tree.pages[open].parent {
            let page = tree.pages[open]
            let opened = render(
                page, href: address(from: folder, toPage: page.folder), isCurrent: open == current, children: inner)
            // A hidden section is not in a list, so its branch is added at the end.
            let siblings = tree.children[parent] + (page.isHidden ? [open] : [])
            inner = []
            append(
                siblings, around: open, of: parent, from: folder, most: Self.outerWindow, else: Self.outerFew,
                to: &inner
            ) { child, html in
                if child == open { html += opened } else { append(child, from: folder, to: &html) }
            }
            open = parent
        }
        let (before, after) = inner.cut(at: Self.gap)
        return Branch(before: before, after: after)
    }

    /// Appends the pages of a section. If there are more than `most`, appends `few` around one of them, and a line that
    /// leads to all.
    private func append(
        _ pages: [Int], around page: Int, of section: Int, from folder: String, most: Int, else few: Int,
        to html: inout [UInt8],
        item: (Int, inout [UInt8]) -> Void
    ) {
        guard pages.count > most else {
            for page in pages { item(page, &html) }
            return
        }
        let place = pages.firstIndex(of: page) ?? 0
        let start = max(0, min(place - few / 2, pages.count - few))
        for page in pages[start..<start + few] { item(page, &html) }
        html += templates.render(
            "nav-item",
            NavigationItemRecord(
                title: "All \(pages.count) pages", href: address(from: folder, toPage: tree.pages[section].folder),
                isCurrent: false, isSection: false, children: []))
    }

    private func append(_ index: Int, from folder: String, to html: inout [UInt8]) {
        let href = address(from: folder, toPage: tree.pages[index].folder)
        guard items.indices.contains(index) else {
            html += render(tree.pages[index], href: href)
            return
        }
        html += items[index].before
        html.appendEscapedWithQuotes(href.utf8)
        html += items[index].after
    }

    private func render(
        _ page: SiteTree.Page, href: String, isCurrent: Bool = false, children: [UInt8] = []
    ) -> [UInt8] {
        templates.render(
            "nav-item",
            NavigationItemRecord(
                title: String(decoding: page.menuTitle.utf8.filter { $0 != Self.gap }, as: UTF8.self), href: href,
                isCurrent: isCurrent,
                isSection: page.isSection, children: children))
    }
}

extension [UInt8] {
    /// The parts before and after the first occurrence of a byte. If it does not occur, `after` is empty.
    fileprivate func cut(at byte: UInt8) -> (before: [UInt8], after: [UInt8]) {
        let place = firstIndex(of: byte) ?? endIndex
        return (Array(self[..<place]), Array(self[Swift.min(place + 1, endIndex)...]))
    }
}
