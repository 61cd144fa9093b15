import PlaybookCore
import PlaybookModel

/// A key from the front matter of another generator, and what to use in its place.
struct ForeignKey {
    /// What to do about it.
    let help: String
    /// The key that replaces it, with the fix; nil if the same value may mean something else here.
    let correction: (key: String, fix: Diagnostic.Fix)?
    /// True if the key kept the page from readers, so that ignoring it would publish the page.
    let hidesPage: Bool

    /// Nil for a key that no known generator has.
    ///
    /// - Parameters:
    ///   - entry: a key that chapters do not have, with its value.
    ///   - given: all keys of the front matter.
    ///   - file: the file of the chapter.
    init?(_ entry: YAMLNode.Entry, beside given: Set<String>, in file: SourceFile) {
        let name = entry.key.lowercased()
        if name == "published" || name == "headless" {
            self.init(visibility: entry, isShown: name == "published", file)
        } else if let key = Self.renamed[name] {
            // In Hugo and in Jekyll, a whole address takes precedence over its last part.
            let isOutranked = name == "slug" && !given.isDisjoint(with: ["url", "permalink"])
            let fix = isOutranked ? nil : Self.replacement(of: entry, by: key, in: file)
            self.init(help: "here it is `\(key)`", correction: fix.map { (key, $0) }, hidesPage: false)
        } else if let words = Self.words[name] {
            self.init(help: words, correction: nil, hidesPage: false)
        } else {
            return nil
        }
    }

    private init(visibility entry: YAMLNode.Entry, isShown: Bool, _ file: SourceFile) {
        let word = entry.value.kind == .boolean ? entry.value.boolean : nil
        let isDraft = word.map { $0 != isShown }
        let fix = isDraft.flatMap { Self.fix(entry, "draft: \($0)", in: file) }
        self.init(help: "here it is `draft`", correction: fix.map { ("draft", $0) }, hidesPage: isDraft ?? false)
    }

    private init(help: String, correction: (key: String, fix: Diagnostic.Fix)?, hidesPage: Bool) {
        (self.help, self.correction, self.hidesPage) = (help, correction, hidesPage)
    }

    /// Keys that have the same values here, by their form in lower case.
    private static let renamed: [String: String] = {
        let names = [
            "order": ["weight", "sidebar_position", "nav_order", "menu_order", "position"],
            "nav_title": ["linktitle", "sidebar_label", "nav_label", "menu_title", "sidebar_title", "short_title"],
            "aliases": ["redirect_from"],
            "hidden": ["hide", "toc_hide", "unlisted", "nav_exclude", "bookhidden"],
            "path": ["url", "permalink", "slug"],
        ]
        let pairs = names.flatMap { key, others in others.map { ($0, key) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// What to do about keys without a counterpart that has the same values, by their form in lower case.
    private static let words: [String: String] = {
        let git = "remove it: pages show when Git says that they were changed"
        let looks = "remove it: templates and settings decide how pages look and where they are listed"
        let groups: [(help: String, names: [String])] = [
            (
                git,
                [
                    "date", "lastmod", "last_modified_at", "last_modified", "last_update", "last_updated",
                    "lastupdated",
                    "updated", "modified", "created",
                ]
            ),
            (
                "remove it, and write `draft: true` until readers may see the page",
                ["publishdate", "expirydate"]
            ),
            (
                "here it is `tags`, a list of words under which the page is listed",
                ["keywords", "categories", "category"]
            ),
            ("here it is `description`", ["summary", "subtitle", "excerpt", "abstract"]),
            (
                "here it is `owner`, one of `people:` in playbook.yml",
                ["author", "authors", "maintainer", "maintainers"]
            ),
            (
                "here it is `review_by`, the day by which the owner reads the page again",
                ["last_reviewed_at", "last_reviewed", "last_review", "review_date", "review_in", "reviewed"]
            ),
            ("remove it: a page's id is the path of its file, and `path` is its address", ["id"]),
            ("remove it: a page belongs to the folder that it is in", ["parent", "grand_parent", "has_children"]),
            ("remove it: the pages tell crawlers to stay out", ["noindex", "robots", "sitemap"]),
            (
                "remove it, and write `draft: true` if the key kept the page from readers, or `hidden: true` if it kept it out of menus",
                ["build", "_build"]
            ),
            (
                looks,
                [
                    "layout", "template", "type", "menu", "menus", "outputs", "cascade", "toc", "image", "images",
                    "icon",
                    "cover", "class", "sidebar", "displayed_sidebar", "sidebar_class_name", "hide_title",
                    "hide_table_of_contents", "toc_min_heading_level", "toc_max_heading_level", "pagination_next",
                    "pagination_prev", "pagination_label", "custom_edit_url", "markup", "comments", "status",
                    "navigation",
                    "no_list", "simple_list", "related", "params", "lang",
                ]
            ),
        ]
        return Dictionary(groups.flatMap { group in group.names.map { ($0, group.help) } }) { first, _ in first }
    }()

    /// The fix that replaces a key by its counterpart; nil if the value would be refused or would mean something else.
    private static func replacement(of entry: YAMLNode.Entry, by key: String, in file: SourceFile) -> Diagnostic.Fix? {
        let value = entry.value
        switch key {
        case "order":
            // Hugo treats a weight of 0 as no weight.
            guard value.kind == .integer, let number = value.integer, Shape.orders.contains(number),
                number != 0 || entry.key != "weight"
            else {
                return nil
            }
        case "nav_title": guard value.kind == .text, value.scalar?.contains("\n") == false else { return nil }
        case "hidden": guard value.kind == .boolean else { return nil }
        case "aliases":
            if value.kind == .text {
                guard let alias = value.scalar, AliasPath(alias) != nil else { return nil }
                return fix(entry, "aliases: [\(file.text(value.source))]", in: file)
            }
            guard value.kind == .sequence, value.items.allSatisfy({ $0.scalar.flatMap(AliasPath.init) != nil }) else {
                return nil
            }
        case "path":
            guard value.kind == .text, let text = value.scalar, !text.contains(":") else { return nil }
            let path = ChapterPath(ContentPart.chapters.path(of: file.name) ?? file.name)
            if entry.key.lowercased() == "slug" {
                // Only the last part of an address can be used here, because the meaning of an address that starts with
                // a slash depends on the other generator.
                guard !path.isIndex, text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*/) != nil else { return nil }
                return fix(entry, "path: \(path.folder.isEmpty ? "" : path.folder + "/")\(text)", in: file)
            }
            guard pageFolder(text) != nil, !path.page.isEmpty else { return nil }
        default: return nil
        }
        let written = file.text(entry.keySource)
        guard written == entry.key else { return nil }
        return Diagnostic.Fix(in: file, range: entry.keySource, original: written, replacement: key)
    }

    /// The fix that replaces a key and its value; nil unless both are literally on one line.
    private static func fix(_ entry: YAMLNode.Entry, _ text: String, in file: SourceFile) -> Diagnostic.Fix? {
        let range = entry.keySource.lowerBound..<entry.value.source.upperBound
        let written = file.text(range)
        guard written.wholeMatch(of: /[^\n:{}\[\]#]+: [^\n\[\]{}#]+/) != nil else { return nil }
        return Diagnostic.Fix(in: file, range: range, original: written, replacement: text)
    }
}
