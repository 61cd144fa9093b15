import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// Makes the records that the templates show (docs/templates.md). One value is used for all pages.
struct PageBuilder: Sendable {
    let library: Library
    let tree: SiteTree
    let navigation: Navigation
    let assets: PublishedAssets
    let links: PageLinks
    let previews: MessagePreviews
    let prints: PrintPages
    /// The messages to customers this month; nil if they are not known.
    let plan: MonthPlan?
    /// The last change of each chapter, by its path below `chapters/`; empty without a history.
    let changes: [String: LastChange]
    let asOf: CalendarDate
    let backlinks: Backlinks
    let shelves: Shelves
    /// The folders of the pages that are made from the library.
    let made: Set<String>
    private let sites: SiteRecords

    init(
        library: Library, tree: SiteTree, navigation: Navigation, assets: PublishedAssets, previews: MessagePreviews,
        plan: MonthPlan?, changes: [String: LastChange], asOf: CalendarDate, shelves: Shelves, made: Set<String>
    ) {
        self.library = library
        self.tree = tree
        self.navigation = navigation
        self.assets = assets
        self.previews = previews
        self.plan = plan
        self.changes = changes
        self.asOf = asOf
        self.shelves = shelves
        self.made = made
        links = PageLinks(tree: tree, assets: assets, shelves: shelves)
        prints = PrintPages(tree)
        backlinks = Backlinks(tree)
        sites = SiteRecords(of: library.configuration, assets, shelves, made: made, hasFeed: !changes.isEmpty)
    }

    private var configuration: Configuration { library.configuration }

    /// A page of the tree.
    func record(ofPage index: Int) -> PageTemplateRecord {
        PageTemplateRecord(
            site: site(from: tree.pages[index].folder), page: page(index), navigation: navigation.html(for: index))
    }

    /// The values that are the same on all pages, with addresses relative to a folder.
    func site(from folder: String) -> SiteRecord { sites.record(from: folder) }

    private func page(_ index: Int) -> PageRecord {
        let page = tree.pages[index]
        let frontMatter = page.chapter?.frontMatter ?? ChapterFrontMatter()
        let neighbours = tree.neighbours(of: index)
        let children = page.isSection ? unmentionedChildren(of: index) : []
        var record = PageRecord(title: page.title, description: page.description)
        record.isHome = page.parent == nil
        record.canonical = configuration.site.baseURL.map { absoluteAddress(of: page.folder, base: $0) }
        record.readingMinutes = 1
        if let body = page.chapter.flatMap({ PageBody($0, on: page.folder, links: links) }) {
            (record.titleID, record.body, record.contents) = (body.titleID, body.html, body.contents)
            record.readingMinutes = body.readingMinutes
        }
        record.owner = person(frontMatter.owner)
        record.review = frontMatter.reviewBy.map { ReviewRecord(date: longDate($0), past: $0 < asOf) }
        record.isDraft = frontMatter.draft
        record.editURL = editAddress(of: page)
        record.changed = changed(page)
        record.printURL = printAddress(of: index)
        record.home = index == 0 ? homeRecord() : nil
        record.stage = frontMatter.stage.map(capitalised)
        record.roles = terms(.roles, frontMatter.roles, from: page.folder, configuration.roles.title)
        record.kpis = terms(.kpis, frontMatter.kpis, from: page.folder) { configuration.kpi($0)?.title ?? $0 }
        record.tags = terms(.tags, frontMatter.tags, from: page.folder) { $0 }
        record.play = frontMatter.play.map(play)
        record.breadcrumbs = tree.ancestors(of: index).map { link($0, from: index) }
        record.previous = neighbours.previous.map { link($0, from: index) }
        record.next = neighbours.next.map { link($0, from: index) }
        record.children = children.map {
            DescribedLinkRecord(link: link($0, from: index), description: tree.pages[$0].description)
        }
        record.backlinks = backlinks[index].map { link($0, from: index) }
        return record
    }

    private func changed(_ page: SiteTree.Page) -> ChangeRecord? {
        guard let change = page.chapter.flatMap({ changes[$0.path] }), let day = change.day else { return nil }
        return ChangeRecord(date: longDate(day), by: change.author)
    }

    private func printAddress(of index: Int) -> String? {
        guard prints.hasPage(index) else { return nil }
        return address(from: tree.pages[index].folder, toPage: prints.folder(of: index))
    }

    private func link(_ target: Int, from index: Int) -> LinkRecord {
        let page = tree.pages[target]
        return LinkRecord(title: page.title, href: address(from: tree.pages[index].folder, toPage: page.folder))
    }

    /// The pages below a section that its own text does not link to. The page lists them, so that each page is listed
    /// exactly once.
    private func unmentionedChildren(of index: Int) -> [Int] {
        let mentioned = Set((tree.pages[index].chapter?.links ?? []).compactMap { $0.flatMap(tree.index) })
        return tree.children[index].filter { !mentioned.contains($0) }
    }

    func person(_ id: String?) -> PersonRecord? {
        guard let id else { return nil }
        let person = configuration.people[id]
        return PersonRecord(name: person?.name ?? id, email: person?.email)
    }

    func play(_ play: Play) -> PlayRecord {
        let steps = play.steps.map { step in
            let document = Document(parsing: Array(step.utf8))
            let paragraph = String(decoding: document.html(), as: UTF8.self)
            // One line of Markdown is one paragraph, and the list item around it needs no paragraph.
            let inner = paragraph.removingBytes(ofPrefix: "<p>")?.removingBytes(ofSuffix: "</p>\n")
            let html = document.children(of: 0).count == 1 ? inner ?? paragraph : paragraph
            return PlayRecord.Step(html: Array(html.utf8))
        }
        return PlayRecord(
            trigger: play.trigger, steps: steps, owner: person(play.owner), talkTrack: play.talkTrack,
            measure: play.measure)
    }

    private func editAddress(of page: SiteTree.Page) -> String? {
        guard let base = configuration.site.editURL, let chapter = page.chapter else { return nil }
        // The address is the repository's, and the content folder has its own name there.
        let folder = library.folderName.isEmpty ? "" : library.folderName + "/"
        return base + encodedPath(folder + chapter.source.name)
    }

    /// Links for words of the vocabulary, each to the page that lists everything with that word.
    private func terms(
        _ shelf: Shelves.Shelf, _ ids: [String], from folder: String, _ title: (String) -> String
    ) -> [LinkRecord] {
        ids.map { id in
            let target = shelves.folder(shelf, id)
            return LinkRecord(
                title: title(id), href: made.contains(target) ? address(from: folder, toPage: target) : nil)
        }
    }
}

/// A date for tables, such as `12 Mar 2027`, in which lines do not break.
func shortDate(_ date: CalendarDate) -> String {
    "\(date.day)\u{A0}\(date.yearMonth.englishName.prefix(3))\u{A0}\(date.year)"
}

/// A date for people, such as `12 March 2027`.
func longDate(_ date: CalendarDate) -> String { "\(date.day) \(date.yearMonth.englishName) \(date.year)" }
