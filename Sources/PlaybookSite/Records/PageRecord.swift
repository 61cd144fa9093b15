import PlaybookTemplates

/// The record that `page.mustache` shows.
struct PageTemplateRecord: TemplateRecord {
    let site: SharedRecord<SiteRecord>
    let page: SharedRecord<PageRecord>
    let navigation: [UInt8]
    let params: [String: String]

    init(site: SiteRecord, page: PageRecord, navigation: [UInt8]) {
        self.site = SharedRecord(site)
        self.page = SharedRecord(page)
        self.navigation = navigation
        params = site.params
    }

    static let name = "page template"
    static let paramsAbout =
        "the texts of `site.params` in `playbook.yml`, such as `{{params.helpline}}`; a name that is not there is empty"
    static let fields: [TemplateField<PageTemplateRecord>] = [
        .record("site", "the same on all pages", \.site), .record("page", "the page", \.page),
        .markup(
            "nav",
            """
            prepared HTML: the items of the section tree with the current branch open, made by `nav-item.mustache`; \
            at most \(Navigation.window) of the page's own folder and \(Navigation.outerWindow) of each around it; if there are more, \
            \(Navigation.window) and \(Navigation.outerFew) of them with a link to all
            """, \.navigation),
        .texts("params", paramsAbout, \.params),
    ]
}

/// A page of the site. Values that a page does not have are nil, empty or false.
struct PageRecord: TemplateRecord {
    var title: String
    var titleID: String?
    var description: String?
    var isHome = false
    var canonical: String?
    var body: [UInt8] = []
    var readingMinutes: Int?
    var owner: PersonRecord?
    var review: ReviewRecord?
    var isDraft = false
    var editURL: String?
    var changed: ChangeRecord?
    var printURL: String?
    var stage: String?
    var roles: [LinkRecord] = []
    var kpis: [LinkRecord] = []
    var tags: [LinkRecord] = []
    var play: PlayRecord?
    var breadcrumbs: [LinkRecord] = []
    var contents: [ContentsRecord] = []
    var previous: LinkRecord?
    var next: LinkRecord?
    var children: [DescribedLinkRecord] = []
    var backlinks: [LinkRecord] = []
    var groups: [GroupRecord] = []
    var snippet: SnippetRecord?
    var account: AccountRecord?
    var home: HomeRecord?

    static let name = "page"
    static let fields: [TemplateField<PageRecord>] = [
        .text("title", "the title, as text", \.title),
        .text(
            "title_id",
            "the id of the heading that is the title, for links to it; empty if the title is not a heading", \.titleID),
        .text("description", "one sentence, or empty", \.description),
        .flag("is_home", "true on the first page", \.isHome),
        .text("canonical", "absolute address; empty without `site.base_url`", \.canonical),
        .markup("body", "prepared HTML of the page, without its title heading", \.body),
        .text("reading_minutes", "whole minutes, at least 1; empty on a page made from the library") {
            $0.readingMinutes.map { "\($0)" }
        },
        .record("owner", "who answers for the page", \.owner), .record("review", "when it is to be reviewed", \.review),
        .flag("draft", "true for a draft", \.isDraft),
        .text("edit_url", "where to change this page, or empty", \.editURL),
        .record("changed", "the last change; empty without a Git history", \.changed),
        .text(
            "print_url",
            """
            of the home page and of a section: link to the page that has all its chapters, or empty where it has none \
            of its own
            """, \.printURL),
        .text("stage", "of the customer's life, as a title", \.stage),
        .list("roles", "the roles that it is for; the links lead to everything for these roles", \.roles),
        .flag("has_roles", "true if there is at least one") { !$0.roles.isEmpty },
        .list("kpis", "what it is about", \.kpis),
        .flag("has_kpis", "true if there is at least one") { !$0.kpis.isEmpty },
        .list("tags", "its tags", \.tags), .flag("has_tags", "true if there is at least one") { !$0.tags.isEmpty },
        .flag("has_meta", "true if at least one of owner, review, stage, roles or kpis is there") {
            $0.owner != nil || $0.review != nil || $0.stage != nil || !$0.roles.isEmpty || !$0.kpis.isEmpty
        },
        .record("play", "of a chapter that is a procedure", \.play),
        .list("breadcrumbs", "from the home page to the parent; none on the home page", \.breadcrumbs),
        .list("contents", "its headings of level 2", \.contents),
        .flag("has_contents", "true if there are at least two") { $0.contents.count >= 2 },
        .record("previous", "the page before in reading order", \.previous),
        .record("next", "the page after it", \.next),
        .list("children", "of a section: the pages below it that its own text does not link to", \.children),
        .flag("has_children", "true if there is at least one") { !$0.children.isEmpty },
        .list("backlinks", "at most \(Backlinks.limit) pages that lead to this one", \.backlinks),
        .flag("has_backlinks", "true if there is at least one") { !$0.backlinks.isEmpty },
        .list("groups", "of a page made from the library: what it lists", \.groups),
        .record("snippet", "of a snippet's page", \.snippet), .record("account", "of an account's page", \.account),
        .record("home", "of the home page", \.home),
    ]
}

/// A part of a page that is made from the library.
struct GroupRecord: TemplateRecord {
    var id: String
    var title: String?
    var note: String?
    var entries: [EntryRecord]

    static let name = "group"
    static let fields: [TemplateField<GroupRecord>] = [
        .text("id", "for links to it", \.id), .text("title", "empty on a page with one group", \.title),
        .text("note", "a sentence below the title, or empty", \.note), .list("entries", "its lines", \.entries),
    ]
}

/// A line of a list.
struct EntryRecord: TemplateRecord {
    var title: String
    var href: String?
    var description: String?
    var talkTrack: String?
    var facts: [TextRecord] = []

    static let name = "entry"
    static let fields: [TemplateField<EntryRecord>] = [
        .text("title", "a text", \.title), .text("href", "where it leads, or empty", \.href),
        .text("description", "one sentence, or empty", \.description),
        .text("talk_track", "what a play says to the customer, or empty", \.talkTrack),
        .list("facts", "short texts, such as `3 steps`", \.facts),
        .flag("has_facts", "true if there is at least one") { !$0.facts.isEmpty },
    ]

    struct TextRecord: TemplateRecord {
        var text: String

        static let name = "text"
        static let fields: [TemplateField<TextRecord>] = [.text("text", "a text", \.text)]
    }
}
