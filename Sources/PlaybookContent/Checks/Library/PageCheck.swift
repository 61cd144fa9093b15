import PlaybookCore

/// What is wrong with where pages are written: two for one place, and aliases that are no path or are a page's.
func checkPages(_ chapters: [(chapter: Chapter, record: RecordFile)]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var taken = TakenPlaces()
    for (chapter, _) in chapters {
        let page = ChapterPath(chapter.path).page
        if isReserved(page) {
            found.append(
                Diagnostic(
                    .collidingPages, "the site has a file of its own at `/\(page)`", at: chapter.source.place,
                    help: "rename the file"))
        }
        guard let other = taken.take(page: page, for: chapter.source.place) else { continue }
        found.append(
            Diagnostic(
                .collidingPages, "its page `/\(page)` is the page of another chapter too", at: chapter.source.place,
                help: "rename one of the files", notes: [Diagnostic.Note("the other one", at: other)]))
    }
    for (chapter, record) in chapters {
        for node in record.yaml?["aliases"]?.items ?? [] {
            guard let alias = node.scalar else { continue }
            let place = chapter.source.place(node.source)
            guard let path = AliasPath(alias) else {
                found.append(
                    Diagnostic(
                        .invalidAlias, "`\(alias)` is no path on this site", at: place,
                        help:
                            "write the old path from the top of the site, such as account/stakeholders; a part of it starts with no dot and has at most 255 bytes"
                    ))
                continue
            }
            if isReserved(path.address) {
                found.append(
                    Diagnostic(
                        .collidingPages, "the site has a file of its own at `/\(path.address)`", at: place,
                        help: "leave the alias out"))
            }
            guard let other = taken.take(path, for: place) else { continue }
            found.append(
                Diagnostic(
                    .collidingPages, "the alias `/\(path.address)` is a page or an alias already", at: place,
                    help: "leave it out, or rename the other", notes: [Diagnostic.Note("the other one", at: other)]))
        }
    }
    return found
}

/// True for a page that would stand where the site has a file. Each page has its `index.html`, and its Markdown beside that.
private func isReserved(_ page: String) -> Bool {
    let page = page.lowercased()
    let parts = page.pathParts
    let files = ["robots.txt", "llms.txt", "_headers", "404.html", "sitemap.xml", "feed.xml"]
    if let first = parts.first, files.contains(first) { return true }
    if parts.contains("index.html") || parts.contains("index.md") { return true }
    return parts.count > 1 && ["search", "assets"].contains(parts[0]) && parts[1].utf8.contains(UInt8(ascii: "."))
}
