import PlaybookTemplates

/// A title and its address.
struct LinkRecord: TemplateRecord {
    var title: String
    /// Nil for a title that is not a link.
    var href: String?

    static let name = "link"
    static let fields: [TemplateField<LinkRecord>] = [
        .text("title", "a text", \.title), .text("href", "where it leads, or empty", \.href),
    ]
}

/// A page in a list, with a line about it.
struct DescribedLinkRecord: TemplateRecord {
    var link: LinkRecord
    var description: String?

    static let name = "described link"
    static let fields: [TemplateField<DescribedLinkRecord>] = [
        .text("title", "the page's title", \.link.title), .text("href", "where it leads", \.link.href),
        .text("description", "one sentence, or empty", \.description),
    ]
}

/// A page in a list, with a note beside it.
struct NotedLinkRecord: TemplateRecord {
    var link: LinkRecord
    var note: String

    static let name = "noted link"
    static let fields: [TemplateField<NotedLinkRecord>] = [
        .text("title", "the page's title", \.link.title), .text("href", "where it leads", \.link.href),
        .text("note", "when and, if known, by whom", \.note),
    ]
}

/// A heading of level 2 in the contents of a page.
struct ContentsRecord: TemplateRecord {
    var title: String
    var href: String
    var children: [Part] = []

    static let name = "heading"
    static let fields: [TemplateField<ContentsRecord>] = [
        .text("title", "its text", \.title), .text("href", "link to it", \.href),
        .list("children", "those of level 3 below it", \.children),
        .flag("has_children", "true if there is at least one") { !$0.children.isEmpty },
    ]

    /// A heading of level 3.
    struct Part: TemplateRecord {
        var title: String
        var href: String

        static let name = "lower heading"
        static let fields: [TemplateField<Part>] = [
            .text("title", "its text", \.title), .text("href", "link to it", \.href),
        ]
    }
}

/// A person from `people` in playbook.yml.
struct PersonRecord: TemplateRecord {
    var name: String
    var email: String?

    static let name = "person"
    static let fields: [TemplateField<PersonRecord>] = [
        .text("name", "their name; the id if there is no name", \.name), .text("email", "or empty", \.email),
    ]
}

/// A fact, with its name.
struct FactRecord: TemplateRecord {
    var name: String
    var value: String

    static let name = "fact"
    static let fields: [TemplateField<FactRecord>] = [
        .text("name", "such as `Industry`", \.name), .text("value", "a text", \.value),
    ]
}

/// A date, and whether it has passed.
struct ReviewRecord: TemplateRecord {
    var date: String
    var past: Bool

    static let name = "review"
    static let fields: [TemplateField<ReviewRecord>] = [
        .text("date", "such as `12 March 2027`", \.date), .flag("past", "true if it has passed", \.past),
    ]
}

/// The last commit that changed a chapter.
struct ChangeRecord: TemplateRecord {
    var date: String
    var by: String

    static let name = "change"
    static let fields: [TemplateField<ChangeRecord>] = [
        .text("date", "such as `12 March 2027`", \.date), .text("by", "the author's name", \.by),
    ]
}

/// A procedure.
struct PlayRecord: TemplateRecord {
    var trigger: String
    var steps: [Step]
    var owner: PersonRecord?
    var talkTrack: String?
    var measure: String?

    static let name = "play"
    static let fields: [TemplateField<PlayRecord>] = [
        .text("trigger", "when it starts; always there", \.trigger), .list("steps", "always there", \.steps),
        .record("owner", "who answers for it", \.owner),
        .text("talk_track", "what to say to the customer, as text, or empty", \.talkTrack),
        .text("measure", "how its success is seen, or empty", \.measure),
    ]

    struct Step: TemplateRecord {
        var html: [UInt8]

        static let name = "step"
        static let fields: [TemplateField<Step>] = [.markup("html", "prepared HTML", \.html)]
    }
}
