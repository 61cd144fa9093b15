import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension PageBuilder {
    /// A page that is made from the library.
    func record(of listing: Listing) -> PageTemplateRecord {
        var record = madePage(
            folder: listing.folder, title: listing.title, description: listing.description, crumbs: listing.crumbs)
        record.contents = listing.groups.compactMap { group in
            group.title.map { ContentsRecord(title: $0, href: "#" + group.id) }
        }
        record.groups = listing.groups.map { group in
            GroupRecord(
                id: group.id, title: group.title, note: group.note,
                entries: group.entries.map { entry($0, from: listing.folder) })
        }
        return page(record, folder: listing.folder)
    }

    /// The page of a snippet: its text, and whom it is for.
    func record(of snippet: Snippet, in listings: Listings) -> PageTemplateRecord {
        let configuration = library.configuration
        let folder = listings.shelves.folder(.snippets, snippet.id)
        let list = Listing.Entry(title: "Snippets", folder: listings.shelves.folder(.snippets))
        var record = madePage(folder: folder, title: snippet.title, description: snippet.summary, crumbs: [list])
        record.body = snippet.inside.pageHTML
        var audience: [(String, [String])] = [
            ("Kind", [capitalised(snippet.kind.rawValue)]), ("Roles", snippet.roles.map(configuration.roles.title)),
            ("KPIs", snippet.kpis.map { configuration.kpi($0)?.title ?? $0 }),
            ("Worth", snippet.worth.map { [capitalised($0.rawValue)] } ?? []),
            ("Accounts", snippet.accounts?.map { library.account($0)?.name ?? $0 } ?? []),
            ("Industries", snippet.industries?.map(configuration.industries.title) ?? []),
            ("Products", snippet.products?.map(configuration.products.title) ?? []),
            ("Regions", snippet.regions ?? []), ("Stages", snippet.stages?.map(capitalised) ?? []),
            ("From", [longDate(snippet.publish)]), ("Until", snippet.expires.map { [longDate($0)] } ?? []),
        ]
        if let event = snippet.event { audience.append(("Event", ["\(longDate(event.date)), \(event.place)"])) }
        if let evidence = snippet.evidence { audience.append(("Source", [evidence.source])) }
        record.snippet = SnippetRecord(
            facts: audience.filter { !$0.1.isEmpty }.map {
                FactRecord(name: $0.0, value: $0.1.joined(separator: ", "))
            },
            action: SnippetRecord.Action(label: snippet.action.label, url: snippet.action.url),
            use: use(of: snippet, folder: folder))
        return page(record, folder: folder)
    }

    /// The page that a server shows for an address that does not exist. Such an address can be in any folder, so the links start at the server's
    /// root. If the address of the site is not set, they are relative and work only in the top folder.
    func notFoundPage(_ templates: Templates) -> String {
        let html = String(decoding: templates.render("page", notFound()), as: UTF8.self)
        guard let base = library.configuration.site.baseURL else { return html }
        let parts = base.pieces(between: "/", omittingEmpty: false).dropFirst(3)
        let root = htmlEscaped("/" + parts.joined(separator: "/"))
        // Compared by code points, because a quotation mark and a combining mark after it can be one Character.
        let relative = /\ (href|src|data-index|data-script)="(?![#\/]|[a-z]+:)/.matchingSemantics(.unicodeScalar)
        return html.replacing(relative) { " \($0.output.1)=\"\(root)" }
    }

    private func notFound() -> PageTemplateRecord {
        let listing = Listing(
            folder: "", title: "There is no such page",
            description: "The address is wrong, or the page has moved. Search for it, or start from the home page.",
            groups: [
                Listing.Group(
                    id: "start",
                    entries: tree.children[0].map { child in
                        Listing.Entry(
                            title: tree.pages[child].title, folder: tree.pages[child].folder,
                            description: tree.pages[child].description)
                    })
            ])
        return record(of: listing)
    }

    func page(_ record: PageRecord, folder: String) -> PageTemplateRecord {
        PageTemplateRecord(site: site(from: folder), page: record, navigation: navigation.html(from: folder))
    }

    private func entry(_ entry: Listing.Entry, from folder: String) -> EntryRecord {
        EntryRecord(
            title: entry.title, href: entry.folder.map { address(from: folder, toPage: $0) },
            description: entry.description, talkTrack: entry.talkTrack,
            facts: entry.facts.map { EntryRecord.TextRecord(text: $0) })
    }

    /// The values that all pages made from the library have.
    func madePage(folder: String, title: String, description: String?, crumbs: [Listing.Entry]) -> PageRecord {
        var record = PageRecord(title: title, description: description)
        record.canonical = library.configuration.site.baseURL.map { absoluteAddress(of: folder, base: $0) }
        let home = Listing.Entry(title: tree.pages[0].title, folder: "")
        record.breadcrumbs = ([home] + crumbs).map { crumb in
            LinkRecord(title: crumb.title, href: crumb.folder.map { address(from: folder, toPage: $0) })
        }
        return record
    }
}
