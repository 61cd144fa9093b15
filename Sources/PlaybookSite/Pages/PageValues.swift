import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// Prepares what the templates show (docs/templates.md). A value; one serves all pages.
struct PageValues: Sendable {
    let library: Library
    let tree: SiteTree
    let navigation: Navigation
    let assets: PublishedAssets
    let links: PageLinks
    let previews: MessagePreviews
    let prints: PrintPages
    /// What goes to customers this month; nil where nothing is known of it.
    let plan: MonthPlan?
    /// By the path below `chapters/`; empty without a history.
    let changes: [String: LastChange]
    let asOf: CalendarDate
    let backlinks: Backlinks
    let shelves: Shelves
    /// The folders of the pages that are made from the library.
    let made: Set<String>

    private var configuration: Configuration { library.configuration }

    /// The values of one page.
    func values(ofPage index: Int) -> [String: TemplateValue] {
        [
            "site": .object(siteValues(tree.pages[index].folder)), "page": .object(pageValues(index)),
            "nav": .text(navigation.html(for: index)),
        ]
    }

    /// What is the same for all pages but for the way there from a folder.
    func siteValues(_ folder: String) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [
            "title": .text(configuration.site.title), "language": .text(configuration.site.language),
            "company": .optional(configuration.company?.name), "home": .text(address(from: folder, toPage: "")),
            "search": .text(address(from: folder, toFile: "search/start.js")),
        ]
        values["shelves"] = .list(
            Shelves.Shelf.allCases.filter { made.contains(shelves.folder($0)) }.map {
                ["title": .text($0.title), "href": .text(address(from: folder, toPage: shelves.folder($0)))]
            })
        for (name, file) in SiteTemplates.themeFiles {
            values[name] = .optional(assets.path("theme/" + file).map { address(from: folder, toFile: $0) })
            values[name + "_integrity"] = .optional(assets.integrity("theme/" + file))
        }
        values["logo"] = .optional(
            configuration.site.logo.flatMap(assets.path).map { address(from: folder, toFile: $0) })
        values["feed"] = .optional(hasFeed ? address(from: folder, toFile: Outputs.feedPath) : nil)
        return values
    }

    private func pageValues(_ index: Int) -> [String: TemplateValue] {
        let page = tree.pages[index]
        let body = page.chapter.map {
            PageBody($0, on: page.folder, links: links, rawHTML: configuration.site.rawHTML)
        }
        let frontMatter = page.chapter?.frontMatter ?? ChapterFrontMatter()
        let neighbours = tree.neighbours(of: index)
        let contents = body?.contents ?? []
        let children = page.isSection ? unmentionedChildren(of: page) : []
        let values: [String: TemplateValue] = [
            "title": .text(page.title), "title_id": .optional(body?.titleID),
            "description": .optional(page.description),
            "is_home": .flag(page.parent == nil),
            "canonical": .optional(configuration.site.baseURL.map { absoluteAddress(of: page.folder, base: $0) }),
            "body": .text(body?.html ?? ""), "reading_minutes": "\(body?.readingMinutes ?? 1)",
            "owner": person(frontMatter.owner), "review": review(frontMatter), "draft": .flag(frontMatter.draft),
            "edit_url": editAddress(of: page), "changed": changed(page), "print_url": printAddress(of: index),
            "home": index == 0 ? homeValues() : .missing,
            "stage": .optional(frontMatter.stage.map(capitalised)),
            "roles": terms(.roles, frontMatter.roles, from: page.folder, configuration.roles.title),
            "has_roles": .flag(!frontMatter.roles.isEmpty),
            "kpis": terms(.kpis, frontMatter.kpis, from: page.folder) { configuration.kpi($0)?.title ?? $0 },
            "has_kpis": .flag(!frontMatter.kpis.isEmpty),
            "tags": terms(.tags, frontMatter.tags, from: page.folder) { $0 },
            "has_tags": .flag(!frontMatter.tags.isEmpty),
            "has_meta": .flag(
                frontMatter.owner != nil || frontMatter.reviewBy != nil || frontMatter.stage != nil
                    || !frontMatter.roles.isEmpty || !frontMatter.kpis.isEmpty),
            "play": frontMatter.play.map { .object(play($0)) } ?? .missing,
            "breadcrumbs": .list(tree.ancestors(of: index).map { link($0, from: index) }),
            "contents": .list(contents.map(contentsEntry)), "has_contents": .flag(contents.count >= 2),
            "previous": neighbours.previous.map { .object(link($0, from: index)) } ?? .missing,
            "next": neighbours.next.map { .object(link($0, from: index)) } ?? .missing,
            "children": .list(children.map { child($0, from: index) }), "has_children": .flag(!children.isEmpty),
            "backlinks": .list(backlinks[index].map { link($0, from: index) }),
            "has_backlinks": .flag(!backlinks[index].isEmpty),
        ]
        return Self.noValues.merging(values) { _, own in own }
    }

    /// True where a feed of changed chapters is written: it needs to know the site's address and when each chapter changed.
    var hasFeed: Bool { configuration.site.baseURL != nil && !changes.isEmpty }

    private func changed(_ page: SiteTree.Page) -> TemplateValue {
        guard let change = page.chapter.flatMap({ changes[$0.path] }), let day = change.day else { return .missing }
        return .object(["date": .text(longDate(day)), "by": .text(change.author)])
    }

    private func printAddress(of index: Int) -> TemplateValue {
        guard prints.sections.contains(index) else { return .missing }
        return .text(address(from: tree.pages[index].folder, toPage: prints.folder(of: index)))
    }

    private func link(_ target: Int, from index: Int) -> [String: TemplateValue] {
        let page = tree.pages[target]
        return [
            "title": .text(page.title), "href": .text(address(from: tree.pages[index].folder, toPage: page.folder)),
        ]
    }

    /// The pages below a section that its own text does not lead to, so that none is listed twice and none is missed.
    private func unmentionedChildren(of page: SiteTree.Page) -> [Int] {
        let mentioned = Set((page.chapter?.links.values.map { $0 } ?? []).compactMap(tree.index))
        return page.children.filter { !mentioned.contains($0) }
    }

    private func child(_ target: Int, from index: Int) -> [String: TemplateValue] {
        var values = link(target, from: index)
        values["description"] = .optional(tree.pages[target].description)
        return values
    }

    private func contentsEntry(_ entry: PageBody.Entry) -> [String: TemplateValue] {
        [
            "title": .text(entry.title), "href": .text("#" + entry.id),
            "children": .list(entry.children.map(contentsEntry)),
        ]
    }

    func person(_ id: String?) -> TemplateValue {
        guard let id else { return .missing }
        let person = configuration.people[id]
        return .object(["name": .text(person?.name ?? id), "email": .optional(person?.email)])
    }

    private func review(_ frontMatter: ChapterFrontMatter) -> TemplateValue {
        guard let date = frontMatter.reviewBy else { return .missing }
        return .object(["date": .text(longDate(date)), "past": .flag(date < asOf)])
    }

    func play(_ play: Play) -> [String: TemplateValue] {
        let steps = play.steps.map { step -> [String: TemplateValue] in
            let document = Document(parsing: Array(step.utf8))
            let paragraph = String(decoding: document.html(), as: UTF8.self)
            // One line of Markdown is one paragraph; the list item around it needs none.
            let inner = paragraph.removingBytes(ofPrefix: "<p>")?.removingBytes(ofSuffix: "</p>\n")
            return ["html": .text(document.children(of: 0).count == 1 ? inner ?? paragraph : paragraph)]
        }
        return [
            "trigger": .text(play.trigger), "steps": .list(steps), "owner": person(play.owner),
            "talk_track": .optional(play.talkTrack), "measure": .optional(play.measure),
        ]
    }

    private func editAddress(of page: SiteTree.Page) -> TemplateValue {
        guard let base = configuration.site.editURL, let chapter = page.chapter else { return .missing }
        // The address is that of the repository; the content folder stands in it under its own name.
        let folder = library.folderName.isEmpty ? "" : library.folderName + "/"
        return .text(base + encodedPath(folder + chapter.source.name))
    }

    /// Words of the vocabulary, each with the page that lists what belongs to it.
    private func terms(
        _ shelf: Shelves.Shelf, _ ids: [String], from folder: String, _ title: (String) -> String
    ) -> TemplateValue {
        .list(
            ids.map { id in
                let target = shelves.folder(shelf, id)
                let href = made.contains(target) ? address(from: folder, toPage: target) : nil
                return ["title": .text(title(id)), "href": .optional(href)]
            })
    }
}

/// A date for tables, such as `12 Mar 2027`, which no line breaks.
func shortDate(_ date: CalendarDate) -> String {
    "\(date.day)\u{A0}\(date.yearMonth.englishName.prefix(3))\u{A0}\(date.year)"
}

/// A date for people, such as `12 March 2027`.
func longDate(_ date: CalendarDate) -> String { "\(date.day) \(date.yearMonth.englishName) \(date.year)" }
