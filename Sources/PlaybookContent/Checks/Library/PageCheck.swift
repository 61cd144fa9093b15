import PlaybookCore

/// What is wrong with where pages are written: two for one place, and aliases that are no path or are a page's. Compared without regard
/// to case, because some disks and hosts do not regard it.
func checkPages(_ chapters: [(chapter: Chapter, record: RecordFile)]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var first: [String: Place] = [:]
    for (chapter, _) in chapters {
        let page = ChapterPath(chapter.path).page
        if isReserved(page) {
            found.append(
                Diagnostic(
                    .collidingPages, "the site has a file of its own at `/\(page)`", at: chapter.source.place,
                    help: "rename the file"))
        }
        guard let other = first.updateValue(chapter.source.place, forKey: page.lowercased()) else { continue }
        found.append(
            Diagnostic(
                .collidingPages, "its page `/\(page)` is the page of another chapter too", at: chapter.source.place,
                help: "rename one of the files", notes: [Diagnostic.Note("the other one", at: other)]))
    }
    for (chapter, record) in chapters {
        for node in record.yaml?["aliases"]?.items ?? [] {
            guard let alias = node.scalar else { continue }
            let place = chapter.source.place(node.source)
            guard let page = aliasPage(alias) else {
                found.append(
                    Diagnostic(
                        .invalidAlias, "`\(alias)` is no path on this site", at: place,
                        help: "write the old path from the top of the site, such as account/stakeholders"))
                continue
            }
            if isReserved(page) {
                found.append(
                    Diagnostic(
                        .collidingPages, "the site has a file of its own at `/\(page)`", at: place,
                        help: "leave the alias out"))
            }
            guard let other = first.updateValue(place, forKey: page.lowercased()) else { continue }
            found.append(
                Diagnostic(
                    .collidingPages, "the alias `/\(page)` is a page or an alias already", at: place,
                    help: "leave it out, or rename the other", notes: [Diagnostic.Note("the other one", at: other)]))
        }
    }
    return found
}

/// True for a page whose folder would stand where the site has a file.
private func isReserved(_ page: String) -> Bool {
    let page = page.lowercased()
    let files = [
        "robots.txt", "llms.txt", "_headers", "404.html", "sitemap.xml", "feed.xml", "index.html", "index.md",
    ]
    let parts = page.pathParts
    return files.contains { $0 == parts.first }
        || (["search", "assets"].contains(parts.first) && parts.count > 1 && parts[1].utf8.contains(UInt8(ascii: ".")))
}

/// The folder that the page of an alias is written to, or nil where the alias is no path below the site.
func aliasPage(_ alias: String) -> String? {
    guard !isAbsolute(alias), !alias.utf8.contains(where: { "?#\\\n".utf8.contains($0) }) else { return nil }
    var parts = alias.pathParts
    guard !parts.contains(where: { $0.startsWithBytes(of: ".") }) else { return nil }
    if parts.last == "index.html" { parts.removeLast() }
    for ending in [".html", ".md"] {
        if let stem = parts.last?.removingBytes(ofSuffix: ending) { parts[parts.count - 1] = stem }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
}
