import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// A page that is made from the library and lists other pages.
struct Listing: Sendable {
    let folder: String
    let title: String
    var description: String?
    var crumbs: [Entry] = []
    var groups: [Group] = []

    struct Group: Sendable {
        var id: String
        /// Nil for a page with one group.
        var title: String?
        var note: String?
        var entries: [Entry]
    }

    /// A line of a list. Without a folder it is not a link.
    struct Entry: Sendable {
        var title: String
        var folder: String?
        var description: String?
        var facts: [String] = []
        /// The words for the customer, for a play.
        var talkTrack: String?
    }
}

/// The lists of a library: one for each stage, role, KPI, tag and owner, and the lists of plays, of snippets and of the glossary.
struct Listings: Sendable {
    let library: Library
    let tree: SiteTree
    let shelves: Shelves

    private var configuration: Configuration { library.configuration }

    /// The snippets that have a page. Drafts have none. Snippets for named accounts have one only if the site shows
    /// accounts.
    var snippets: [Snippet] {
        library.snippets.filter { !$0.draft && ($0.accounts == nil || configuration.site.accounts) }
    }

    /// All lists that are not empty.
    func all() -> [Listing] {
        let chapters = tree.pages.filter { $0.chapter != nil && !$0.isHidden }
        var listings: [Listing] = []
        func add(
            _ shelf: Shelves.Shelf, _ ids: [String], title: (String) -> String,
            _ values: (ChapterFrontMatter) -> [String],
            _ ofSnippet: (Snippet) -> [String]
        ) {
            var entries: [Listing.Entry] = []
            for id in ids {
                let here = chapters.filter { $0.chapter.map { values($0.frontMatter).contains(id) } ?? false }
                let also = snippets.filter { ofSnippet($0).contains(id) }
                guard !here.isEmpty || !also.isEmpty else { continue }
                var groups: [Listing.Group] = []
                if !here.isEmpty {
                    groups.append(Listing.Group(id: "chapters", title: "Chapters", entries: here.map(entry)))
                }
                if !also.isEmpty {
                    groups.append(Listing.Group(id: "snippets", title: "Snippets", entries: also.map(entry)))
                }
                let folder = shelves.folder(shelf, id)
                listings.append(
                    Listing(
                        folder: folder, title: title(id), description: "\(shelf.title): what belongs to this one.",
                        crumbs: [Listing.Entry(title: shelf.title, folder: shelves.folder(shelf))], groups: groups))
                entries.append(
                    Listing.Entry(
                        title: title(id), folder: folder,
                        facts: [counted(here.count, "chapter"), counted(also.count, "snippet")]))
            }
            guard !entries.isEmpty else { return }
            listings.append(
                Listing(
                    folder: shelves.folder(shelf), title: shelf.title,
                    groups: [Listing.Group(id: shelf.rawValue, title: nil, entries: entries)]))
        }
        let fronts = chapters.compactMap { $0.chapter?.frontMatter }
        add(.stages, configuration.stages, title: capitalised, { $0.stage.map { [$0] } ?? [] }, { $0.stages ?? [] })
        add(.roles, configuration.roles.ids, title: configuration.roles.title, \.roles, \.roles)
        add(.kpis, configuration.kpis.map(\.id), title: { id in configuration.kpi(id)?.title ?? id }, \.kpis, \.kpis)
        add(.tags, Set(fronts.flatMap(\.tags)).sortedByBytes(), title: { $0 }, \.tags, { _ in [] })
        let owners = Set(fronts.compactMap(\.owner) + snippets.compactMap(\.owner)).sortedByBytes()
        add(
            .owners, owners, title: { id in configuration.people[id]?.name ?? id }, { $0.owner.map { [$0] } ?? [] },
            { $0.owner.map { [$0] } ?? [] })
        listings += [plays(chapters), snippetList(), glossary(Set(listings.map(\.folder)))].compactMap { $0 }
        return listings
    }

    private func plays(_ chapters: [SiteTree.Page]) -> Listing? {
        let entries = chapters.compactMap { page -> Listing.Entry? in
            guard let play = page.chapter?.frontMatter.play else { return nil }
            let owner = (play.owner ?? page.chapter?.frontMatter.owner).map { configuration.people[$0]?.name ?? $0 }
            return Listing.Entry(
                title: page.title, folder: page.folder, description: "When: " + play.trigger,
                facts: ["\(counted(play.steps.count, "step"))"] + (owner.map { ["Owner: \($0)"] } ?? []),
                talkTrack: play.talkTrack)
        }
        guard !entries.isEmpty else { return nil }
        return Listing(
            folder: shelves.folder(.plays), title: "Plays",
            description: "Procedures: when each starts, who answers for it, what to say.",
            groups: [Listing.Group(id: "plays", entries: entries)])
    }

    private func snippetList() -> Listing? {
        let groups = Snippet.Kind.allCases.compactMap { kind -> Listing.Group? in
            // The heading already says the kind.
            let entries = snippets.filter { $0.kind == kind }.map { snippet -> Listing.Entry in
                var entry = entry(snippet)
                entry.facts = []
                return entry
            }
            return entries.isEmpty
                ? nil : Listing.Group(id: kind.rawValue, title: capitalised(kind.rawValue), entries: entries)
        }
        guard !groups.isEmpty else { return nil }
        return Listing(
            folder: shelves.folder(.snippets), title: "Snippets", description: "Value content for customers, by kind.",
            groups: groups)
    }

    private func glossary(_ made: Set<String>) -> Listing? {
        func entries(_ shelf: Shelves.Shelf?, _ terms: [(id: String, title: String, note: String?)]) -> [Listing.Entry]
        {
            terms.map { term in
                let folder = shelf.map { shelves.folder($0, term.id) }.flatMap { made.contains($0) ? $0 : nil }
                return Listing.Entry(title: term.title, folder: folder, description: term.note, facts: [term.id])
            }
        }
        func terms(_ vocabulary: Vocabulary) -> [(id: String, title: String, note: String?)] {
            vocabulary.ids.map { ($0, vocabulary.title($0), nil) }
        }
        let kpis = configuration.kpis.map { kpi in
            (id: kpi.id, title: kpi.title, note: Optional("In \(kpi.unit); \(kpi.better.rawValue) is better."))
        }
        let groups = [
            Listing.Group(id: "kpis", title: "KPIs", entries: entries(.kpis, kpis)),
            Listing.Group(id: "roles", title: "Roles", entries: entries(.roles, terms(configuration.roles))),
            Listing.Group(
                id: "stages", title: "Stages",
                entries: entries(.stages, configuration.stages.map { ($0, capitalised($0), nil) })),
            Listing.Group(id: "products", title: "Products", entries: entries(nil, terms(configuration.products))),
            Listing.Group(
                id: "industries", title: "Industries", entries: entries(nil, terms(configuration.industries))),
        ].filter { !$0.entries.isEmpty }
        guard !groups.isEmpty else { return nil }
        return Listing(
            folder: shelves.folder(.glossary), title: "Glossary",
            description: "The words that this playbook uses, with their ids.",
            groups: groups)
    }

    private func entry(_ page: SiteTree.Page) -> Listing.Entry {
        Listing.Entry(title: page.title, folder: page.folder, description: page.description)
    }

    func entry(_ snippet: Snippet) -> Listing.Entry {
        Listing.Entry(
            title: snippet.title, folder: shelves.folder(.snippets, snippet.id), description: snippet.summary,
            facts: [capitalised(snippet.kind.rawValue)])
    }
}

func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

/// `1 chapter`, `2 chapters`.
func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
