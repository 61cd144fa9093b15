import PlaybookCore
import PlaybookModel

extension Rule {
    static let invalidAlias = Rule(
        "invalid-alias",
        "An alias that is not a path on this site.",
        why: "The redirect could not be written, or would be written outside the site.",
        example: "aliases: [\"https://old.example/roles/\", \"../roles\"]",
        instead: "aliases: [account/stakeholders]")
}

/// The findings about the places of pages, and the aliases for which no page can be written.
struct PageCheck {
    private(set) var diagnostics: [Diagnostic] = []
    /// The aliases for which no page can be written, by the path of their chapter.
    private(set) var refused: [String: Set<String>] = [:]
    private var taken: TakenPlaces

    /// Finds two pages for one place, and aliases that are not a path or that are the address of a page.
    ///
    /// - Parameter keys: what the front matter of each chapter says about its page.
    init(_ chapters: [Chapter], _ keys: [PageKeys]) {
        taken = TakenPlaces(sectionsOf: chapters)
        // A chapter that has an address by its file name takes precedence over a chapter that chose the address.
        let chosen = chapters.indices.filter { Self.isChosen(chapters[$0]) }
        let isChosen = Set(chosen)
        for index in chapters.indices where !isChosen.contains(index) { takePage(chapters[index], keys[index]) }
        for index in chosen { takePage(chapters[index], keys[index]) }
        for index in chapters.indices where !chapters[index].frontMatter.aliases.isEmpty {
            let chapter = chapters[index]
            for (alias, source) in keys[index].aliases {
                takeAlias(alias, at: chapter.source.place(source), of: chapter)
            }
        }
    }

    private static func isChosen(_ chapter: Chapter) -> Bool {
        chapter.frontMatter.path != nil && chapter.page != ChapterPath(chapter.path).page
    }

    private mutating func takePage(_ chapter: Chapter, _ keys: PageKeys) {
        let isChosen = Self.isChosen(chapter)
        let place = isChosen ? chapter.source.place(keys.path ?? 0..<0) : chapter.source.place
        func report(_ message: String, _ notes: [Diagnostic.Note] = []) -> Diagnostic {
            Diagnostic(
                .collidingPages, message, at: place,
                help: isChosen ? "choose another path" : notes.isEmpty ? "rename the file" : "rename one of the files",
                notes: notes, severity: .error)
        }
        if let path = keys.path, chapter.page.isEmpty, keys.isSound {
            diagnostics.append(
                Diagnostic(
                    .invalidValue, "the home page has no `path`: it is at the top of the site",
                    at: chapter.source.place(path), help: "remove it"))
        }
        if isReserved(chapter.page) {
            diagnostics.append(report("the site has a file of its own at `/\(chapter.page)`"))
        }
        guard let other = taken.take(page: chapter.page, isChosen: isChosen, for: place) else { return }
        diagnostics.append(
            report(
                "another chapter has the page `/\(chapter.page)` too",
                [Diagnostic.Note("the other one", at: other)]))
    }

    private mutating func takeAlias(_ alias: String, at place: Place, of chapter: Chapter) {
        guard let path = AliasPath(alias) else {
            diagnostics.append(
                Diagnostic(
                    .invalidAlias, "`\(alias)` is not a path on this site", at: place,
                    help:
                        "write the old path from the top of the site, such as account/stakeholders; no part may start with a dot or be longer than 255 bytes"
                ))
            return
        }
        if path.address.lowercased() == chapter.page.lowercased() {
            let isSame = path.address == chapter.page
            refuse(
                alias, of: chapter,
                "the alias `/\(path.address)` is the page's own address" + (isSame ? "" : ", in different case"),
                at: place, help: isSame ? "remove it" : "remove it, or write `path: \(path.address)` in its place"
            )
        } else if isReserved(path.address) {
            refuse(
                alias, of: chapter, "the site has a file of its own at `/\(path.address)`", at: place,
                help: "remove the alias")
        } else if let other = taken.take(path, for: place) {
            refuse(
                alias, of: chapter, "the address `/\(path.address)` already belongs to a page or an alias", at: place,
                help: "remove it, or rename the other", notes: [Diagnostic.Note("the other one", at: other)])
        }
    }

    private mutating func refuse(
        _ alias: String, of chapter: Chapter, _ message: String, at place: Place, help: String,
        notes: [Diagnostic.Note] = []
    ) {
        refused[chapter.path, default: []].insert(alias)
        diagnostics.append(Diagnostic(.collidingPages, message, at: place, help: help, notes: notes))
    }
}

/// True for a page at a place where the site has a file of its own: each page has an `index.html`, and its Markdown
/// beside it.
private func isReserved(_ page: String) -> Bool {
    // All such files have a dot or an underscore in their path. Few pages do, so that is checked first.
    guard page.utf8.contains(UInt8(ascii: ".")) || page.utf8.contains(UInt8(ascii: "_")) else { return false }
    let page = page.lowercased()
    let parts = page.pathParts
    let files = ["robots.txt", "llms.txt", "_headers", "404.html", "sitemap.xml", "feed.xml"]
    if let first = parts.first, files.contains(first) { return true }
    if parts.contains("index.html") || parts.contains("index.md") { return true }
    return parts.count > 1 && ["search", "assets"].contains(parts[0]) && parts[1].utf8.contains(UInt8(ascii: "."))
}
