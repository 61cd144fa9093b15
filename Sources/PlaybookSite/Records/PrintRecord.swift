import PlaybookTemplates

/// The record that `print.mustache` shows.
struct PrintTemplateRecord: TemplateRecord {
    let site: SharedRecord<SiteRecord>
    let page: SharedRecord<PrintRecord>
    let params: [String: String]

    init(site: SiteRecord, page: PrintRecord) {
        self.site = SharedRecord(site)
        self.page = SharedRecord(page)
        params = site.params
    }

    static let name = "print template"
    static let fields: [TemplateField<PrintTemplateRecord>] = [
        .record("site", "as on other pages", \.site), .record("page", "the page to print", \.page),
        .texts("params", "as on other pages", \.params),
    ]
}

/// Several chapters on one page.
struct PrintRecord: TemplateRecord {
    var title: String
    var date: String
    var breadcrumbs: [LinkRecord]
    var parts: [Part]

    static let name = "page to print"
    static let fields: [TemplateField<PrintRecord>] = [
        .text("title", "of the section, or of the site", \.title), .text("date", "the day of the build", \.date),
        .list("breadcrumbs", "the home page and the section", \.breadcrumbs),
        .list("parts", "the chapters in reading order", \.parts),
    ]

    struct Part: TemplateRecord {
        var id: String
        var title: String
        var titleID: String?
        var description: String?
        var body: [UInt8]?
        var play: PlayRecord?

        static let name = "part"
        static let fields: [TemplateField<Part>] = [
            .text("id", "the start of all ids in it", \.id), .text("title", "the chapter's title", \.title),
            .text("title_id", "as on the chapter's own page", \.titleID),
            .text("description", "one sentence, or empty", \.description),
            .markup("body", "prepared HTML; headings begin at level 3", \.body),
            .record("play", "of a chapter that is a procedure", \.play),
        ]
    }
}
