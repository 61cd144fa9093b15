import PlaybookTemplates

/// The values that are the same on all pages, with addresses relative to the page.
struct SiteRecord: TemplateRecord {
    var title: String
    var language: String
    var company: String?
    var home: String
    var search: String
    var feed: String?
    var logo: String?
    /// The files, by the names that templates use for them (`SiteTemplates.themeFiles`).
    var themeFiles: [String: PublishedFile]
    var shelves: [LinkRecord]
    /// The company's own texts, which templates can use besides `site`.
    var params: [String: String]

    /// A published file of the theme, as a page refers to it.
    struct PublishedFile: Sendable {
        var href: String
        var integrity: String?
    }

    static let name = "site"
    static let fields: [TemplateField<SiteRecord>] =
        [
            .text("title", "from `playbook.yml`", \.title),
            .text("language", "from `playbook.yml`, such as `en`", \.language),
            .text("company", "the company's name, or empty", \.company),
            .text("home", "link to the home page", \.home),
            .text("search", "link to the file that a search starts with", \.search),
            .text(
                "feed",
                "link to the Atom feed of changed chapters; empty without `site.base_url` or a Git history", \.feed),
            .text("logo", "link to the picture of `site.logo` in `playbook.yml`, or empty", \.logo),
            .list("shelves", "the pages made from the library", \.shelves),
        ]
        + SiteTemplates.themeFiles.sorted { $0.key < $1.key }.flatMap { name, file -> [TemplateField<SiteRecord>] in
            [
                .text(name, "link to `assets/\(file)` under its hashed name") { $0.themeFiles[name]?.href },
                .text(name + "_integrity", "`sha256-…` of that file") { $0.themeFiles[name]?.integrity },
            ]
        }
}
