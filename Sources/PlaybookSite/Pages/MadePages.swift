import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension PageValues {
    /// The values of a page that is made from the library.
    func values(of listing: Listing) -> [String: TemplateValue] {
        var values = madeValues(
            folder: listing.folder, title: listing.title, description: listing.description, crumbs: listing.crumbs)
        let titled = listing.groups.filter { $0.title != nil }
        values["contents"] = .list(
            titled.map { ["title": .optional($0.title), "href": .text("#" + $0.id), "children": .list([])] })
        values["has_contents"] = .flag(titled.count >= 2)
        values["groups"] = .list(
            listing.groups.map { group in
                [
                    "id": .text(group.id), "title": .optional(group.title), "note": .optional(group.note),
                    "entries": .list(group.entries.map { entry($0, from: listing.folder) }),
                ]
            })
        return page(values, folder: listing.folder)
    }

    /// The values of a snippet's page: what it says, and for whom it is.
    func values(of snippet: Snippet, in listings: Listings) -> [String: TemplateValue] {
        let configuration = library.configuration
        let folder = listings.shelves.folder(.snippets, snippet.id)
        let list = Listing.Entry(title: "Snippets", folder: listings.shelves.folder(.snippets))
        var values = madeValues(folder: folder, title: snippet.title, description: snippet.summary, crumbs: [list])
        values["owner"] = person(snippet.owner)
        values["body"] = .text(snippet.inside.pageHTML)
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
        values["snippet"] = .object([
            "facts": .list(
                audience.filter { !$0.1.isEmpty }.map {
                    ["name": .text($0.0), "value": .text($0.1.joined(separator: ", "))]
                }),
            "action": .object(["label": .text(snippet.action.label), "url": .text(snippet.action.url)]),
            "use": useValues(of: snippet, folder: folder),
        ])
        return page(values, folder: folder)
    }

    /// The page that a server shows for an address that does not exist, wherever that is: its links begin at the server's root, as
    /// far as that is known. Without the site's address they hold at the top only.
    func notFoundPage(_ templates: Templates) -> String {
        let html = String(decoding: templates.render("page", notFoundValues()), as: UTF8.self)
        guard let base = library.configuration.site.baseURL else { return html }
        let parts = base.pieces(between: "/", omittingEmpty: false).dropFirst(3)
        let root = htmlEscaped("/" + parts.joined(separator: "/"))
        // By code points: a quotation mark and a mark behind it can be one Character.
        let relative = /\ (href|src|data-index|data-script)="(?![#\/]|[a-z]+:)/.matchingSemantics(.unicodeScalar)
        return html.replacing(relative) { " \($0.output.1)=\"\(root)" }
    }

    private func notFoundValues() -> [String: TemplateValue] {
        let listing = Listing(
            folder: "", title: "There is no such page",
            description: "The address is wrong, or the page has moved. Search for it, or start from the home page.",
            groups: [
                Listing.Group(
                    id: "start",
                    entries: tree.pages[0].children.map { child in
                        Listing.Entry(
                            title: tree.pages[child].title, folder: tree.pages[child].folder,
                            description: tree.pages[child].description)
                    })
            ])
        return values(of: listing)
    }

    func page(_ values: [String: TemplateValue], folder: String) -> [String: TemplateValue] {
        ["site": .object(siteValues(folder)), "page": .object(values), "nav": .text(navigation.html(from: folder))]
    }

    func entry(_ entry: Listing.Entry, from folder: String) -> [String: TemplateValue] {
        [
            "title": .text(entry.title), "href": .optional(entry.folder.map { address(from: folder, toPage: $0) }),
            "description": .optional(entry.description), "talk_track": .optional(entry.talkTrack),
            "facts": .list(entry.facts.map { ["text": .text($0)] }), "has_facts": .flag(!entry.facts.isEmpty),
        ]
    }

    /// All values of a page, those that a made page has not among them.
    func madeValues(
        folder: String, title: String, description: String?, crumbs: [Listing.Entry]
    ) -> [String: TemplateValue] {
        var values = Self.noValues
        values["title"] = .text(title)
        values["description"] = .optional(description)
        values["canonical"] = .optional(
            library.configuration.site.baseURL.map { absoluteAddress(of: folder, base: $0) })
        let home = Listing.Entry(title: tree.pages[0].title, folder: "")
        values["breadcrumbs"] = .list(([home] + crumbs).map { entry($0, from: folder) })
        return values
    }

    /// What a page has not.
    static let noValues: [String: TemplateValue] = [
        "is_home": false, "title_id": .missing, "body": .missing, "reading_minutes": .missing, "owner": .missing,
        "review": .missing,
        "draft": false, "edit_url": .missing, "stage": .missing, "roles": .list([]), "has_roles": false,
        "kpis": .list([]), "has_kpis": false, "tags": .list([]), "has_tags": false, "has_meta": false, "play": .missing,
        "contents": .list([]), "has_contents": false, "previous": .missing, "next": .missing, "children": .list([]),
        "has_children": false, "groups": .list([]), "snippet": .missing, "account": .missing, "backlinks": .list([]),
        "has_backlinks": false, "changed": .missing, "print_url": .missing, "home": .missing,
    ]
}
