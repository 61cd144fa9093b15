import PlaybookCore
import PlaybookTemplates

/// The section tree beside the text. It is made once for each folder, because the pages of a folder differ only in
/// which of them is marked.
struct Navigation: Sendable {
    private let tree: SiteTree
    private let templates: Templates
    /// By the index of a section: what its pages share.
    private var branches: [Int: Branch] = [:]

    /// Of a folder with more pages than this, those around the current page are shown, and a line that leads to all
    /// of them.
    static let window = 60

    private struct Branch: Sendable {
        /// The HTML before the pages of the folder, and after them.
        var before: String
        var after: String
        /// One for each child, as it is while another page is current.
        var items: [String]
    }

    /// A placeholder for the pages of a folder while the rest is rendered. Templates do not escape control
    /// characters, and titles cannot contain them.
    private static let gap = "\u{1}"

    init(_ tree: SiteTree, templates: Templates) async {
        self.tree = tree
        self.templates = templates
        let sections = tree.pages.indices.filter { $0 == 0 || !tree.pages[$0].children.isEmpty }
        let unfinished = self
        let made = await sections.concurrentMap { section -> (Int, Branch) in
            // Any page of the folder will do: their addresses differ only in the last part.
            let folder = tree.pages[section].folder
            let from = folder.isEmpty ? "x" : folder + "/x"
            return (section, unfinished.branch(section, from: from, current: nil))
        }
        branches = Dictionary(made) { first, _ in first }
    }

    /// The items of the navigation for a page, as HTML.
    func html(for index: Int) -> String {
        let page = tree.pages[index]
        if index == 0 || !page.children.isEmpty {
            let own = branch(index, from: page.folder, current: index)
            return own.before + shown(own.items, around: 0, in: index, from: page.folder) + own.after
        }
        guard let parent = page.parent, let branch = branches[parent] else { return "" }
        var items = branch.items
        let place = tree.pages[parent].children.firstIndex(of: index)
        if let place { items[place] = item(index, from: page.folder, current: true, children: "") }
        return branch.before + shown(items, around: place ?? 0, in: parent, from: page.folder) + branch.after
    }

    /// The navigation of a page outside the folders of chapters, with no branch open.
    func html(from folder: String) -> String {
        shown(
            tree.pages[0].children.map { item($0, from: folder, current: false, children: "") }, around: 0, in: 0,
            from: folder)
    }

    private func shown(_ items: [String], around place: Int, in section: Int, from folder: String) -> String {
        guard items.count > Self.window else { return items.joined() }
        let start = max(0, min(place - Self.window / 2, items.count - Self.window))
        let all = render(
            title: "All \(items.count) pages", href: address(from: folder, toPage: tree.pages[section].folder),
            current: false, isSection: false, children: "")
        return items[start..<start + Self.window].joined() + all
    }

    private func branch(_ section: Int, from folder: String, current: Int?) -> Branch {
        let items = tree.pages[section].children.map { item($0, from: folder, current: false, children: "") }
        var inner = Self.gap
        var open = section
        while let parent = tree.pages[open].parent {
            let opened = item(open, from: folder, current: open == current, children: inner)
            let siblings = tree.pages[parent].children
            let place = siblings.firstIndex(of: open)
            var others = siblings.map { $0 == open ? opened : item($0, from: folder, current: false, children: "") }
            // A hidden section is in no list, so its branch is put at the end.
            if place == nil { others.append(opened) }
            inner = shown(others, around: place ?? others.count - 1, in: parent, from: folder)
            open = parent
        }
        let parts = inner.split(separator: Self.gap, maxSplits: 1, omittingEmptySubsequences: false)
        return Branch(before: String(parts[0]), after: parts.count > 1 ? String(parts[1]) : "", items: items)
    }

    private func item(_ index: Int, from folder: String, current: Bool, children: String) -> String {
        let page = tree.pages[index]
        return render(
            title: page.menuTitle, href: address(from: folder, toPage: page.folder), current: current,
            isSection: page.isSection, children: children)
    }

    private func render(title: String, href: String, current: Bool, isSection: Bool, children: String) -> String {
        let html = templates.render(
            "nav-item",
            [
                "title": .text(title.replacing(Self.gap, with: "")), "href": .text(href), "current": .flag(current),
                "section": .flag(isSection), "open": .flag(!children.isEmpty), "children": .text(children),
            ])
        return String(decoding: html, as: UTF8.self)
    }
}
