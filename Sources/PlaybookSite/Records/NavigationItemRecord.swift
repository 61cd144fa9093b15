import PlaybookTemplates

/// An item of the navigation. The template `nav-item.mustache` shows it.
struct NavigationItemRecord: TemplateRecord {
    var title: String
    var href: String
    var isCurrent: Bool
    var isSection: Bool
    var children: [UInt8]

    static let name = "navigation item"
    static let fields: [TemplateField<NavigationItemRecord>] = [
        .text("title", "the page's title", \.title), .text("href", "where it leads", \.href),
        .flag("current", "true for the page itself", \.isCurrent), .flag("section", "true for a folder", \.isSection),
        .flag("open", "true for one that is shown open") { !$0.children.isEmpty },
        .markup("children", "prepared HTML of the items below an open one", \.children),
    ]
}
