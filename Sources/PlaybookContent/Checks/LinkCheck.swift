import PlaybookCore
import PlaybookMarkup

/// What links can lead to: the pages that will be made, with their headings, and the files that can be published.
struct LinkTargets: Sendable {
    /// The ids of the headings of each chapter that is not a draft, by path below `chapters/`.
    var chapters: [String: Set<String>] = [:]
    var drafts: Set<String> = []
    /// Names of files below the content folder.
    var files: Set<String> = []
    /// Files that are not read because of how their names end.
    var misnamed: Set<String> = []
    /// Folders below `chapters/` that have chapters somewhere below.
    var sections: Set<String> = []
    /// The index page of a folder, by the folder's path below `chapters/`.
    var indexes: [String: String] = [:]
    /// Snippets and accounts, by the name of their file below the content folder.
    var records: [String: Record] = [:]

    /// A file that is not published as it is, but may have a page made of it.
    enum Record: Sendable {
        case page(LinkTarget)
        /// Why it has none, to go on from its name.
        case noPage(String)
    }

    /// Where the links of a chapter lead, and those that lead nowhere.
    func resolve(_ links: [Link], of chapter: ChapterPath, in file: SourceFile, _ sources: IncludeSources) -> (
        targets: [NodeID: LinkTarget], diagnostics: [Diagnostic]
    ) {
        resolve(links, from: LinkOrigin(name: "chapters/" + chapter.path, page: chapter.path), in: file, sources)
    }

    /// The same for links of any file. Those that were included are resolved against the file that they stand in, and what is wrong
    /// with them is reported there.
    func resolve(_ links: [Link], from page: LinkOrigin, in file: SourceFile, _ sources: IncludeSources) -> (
        targets: [NodeID: LinkTarget], diagnostics: [Diagnostic]
    ) {
        var targets: [NodeID: LinkTarget] = [:]
        var diagnostics: [Diagnostic] = []
        for link in links where !isAbsolute(link.url) {
            var origin = page
            if let included = sources.file(link.file) { origin = LinkOrigin(included.name, on: page) }
            let resolution = resolve(link.url, of: origin)
            targets[link.node] = resolution.target
            guard let problem = resolution.problem, link.file == 0 else { continue }
            let what = link.isImage ? "image" : "link"
            let fix = resolution.right.flatMap { addressFix(of: link, in: file, to: $0) }
            diagnostics.append(
                Diagnostic(
                    .brokenLink, "this \(what) leads nowhere: \(problem)", at: file.place(link.source),
                    help: resolution.help, fix: fix))
        }
        return (targets, diagnostics)
    }

    /// Where an address leads, and what is wrong with it. A page without the heading that is asked for is better than no page, so
    /// there can be both.
    private struct Resolution {
        var target: LinkTarget?
        var problem: String?
        var help: String?
        /// The address that was meant, where that is certain.
        var right: String?
    }

    private func resolve(_ url: String, of origin: LinkOrigin) -> Resolution {
        let parts = url.pieces(between: "#", maxSplits: 1, omittingEmpty: false)
        let anchor = parts.count == 2 && !parts[1].isEmpty ? percentDecoded(parts[1]) : nil
        let written = percentDecoded(parts[0].pieces(between: "?", maxSplits: 1, omittingEmpty: false)[0])
        if written.isEmpty {
            if url.isEmpty { return Resolution(problem: "it has no address") }
            return origin.page.map { chapterTarget($0, anchor, written: url) } ?? Resolution()
        }
        let base = written.startsWithBytes(of: "/") ? "chapters" : ChapterPath(origin.name).folder
        guard let name = normalised(base + "/" + written) else {
            return Resolution(problem: "`\(written)` is outside the content folder")
        }
        if let path = name == "chapters" ? "" : name.removingBytes(ofPrefix: "chapters/") {
            // The path that is there, not what was typed: both can be the same text in other code points.
            if let found = chapters.index(forKey: path) {
                return chapterTarget(chapters[found].key, anchor, written: url)
            }
            if drafts.contains(path) { return Resolution(problem: "`\(written)` is a draft") }
            if let index = indexes[path] { return chapterTarget(index, anchor, written: url) }
            if sections.contains(path) { return Resolution(target: .section(path)) }
        }
        if files.contains(name) { return Resolution(target: .asset(name)) }
        if misnamed.contains(name) {
            return Resolution(
                problem: "`\(written)` is not read, because of how its name ends", help: "rename it first")
        }
        switch records[name] {
        case .page(let target): return Resolution(target: target)
        case .noPage(let why): return Resolution(problem: "`\(written)` \(why)")
        case nil: break
        }
        var missing = Resolution(problem: "there is no `\(written)`", help: suggestion(for: name, written: written))
        if let moved = movedTarget(of: name), !written.contains("//"), isThere(anchor, in: moved) {
            missing.right =
                relativeAddress(of: moved, from: ChapterPath(origin.name).folder) + behindPath(url)
        }
        return missing
    }

    private func chapterTarget(_ path: String, _ anchor: String?, written url: String) -> Resolution {
        guard let anchor, let headings = chapters[path] else {
            return Resolution(target: .chapter(path, anchor: anchor))
        }
        // The id that is found, not what was typed: both can be the same text in other code points. Ids once had the marks that choose a
        // picture; links that were written with them still lead there.
        for spelling in [anchor, anchor.withoutPictureMarks] {
            guard let found = headings.firstIndex(of: spelling) else { continue }
            return Resolution(target: .chapter(path, anchor: headings[found]))
        }
        let target = LinkTarget.chapter(path, anchor: anchor)
        let near = nearest(to: anchor, among: headings).map { "did you mean `#\($0)`?" }
        var missing = Resolution(target: target, problem: "\(path) has no heading `#\(anchor)`", help: near)
        if let right = certain(for: anchor, among: headings) {
            missing.right = url.pieces(between: "#", maxSplits: 1, omittingEmpty: false)[0] + "#" + right
        }
        return missing
    }

    /// The name of the file that was meant for certain: the same in another case or without its extension, or the only one of its name, where
    /// that name is not one that every folder has.
    private func movedTarget(of name: String) -> String? {
        if let other = names.spellings[name.lowercased()] ?? names.spellings[(name + ".md").lowercased()] {
            return other
        }
        let fileName = name.pathName
        let elsewhere = names.places[fileName] ?? []
        return elsewhere.count == 1 && !ChapterPath(fileName).isIndex ? elsewhere[0] : nil
    }

    private func isThere(_ anchor: String?, in name: String) -> Bool {
        guard let anchor else { return true }
        return name.removingBytes(ofPrefix: "chapters/").map { chapters[$0]?.contains(anchor) == true } ?? false
    }

    /// The file that was most likely meant: the same in another case or with its extension, nearly the same in its folder, or
    /// the only one of this name elsewhere.
    private func suggestion(for name: String, written: String) -> String? {
        if let other = names.spellings[name.lowercased()] ?? names.spellings[(name + ".md").lowercased()] {
            return "did you mean `\(other)`?"
        }
        let path = ChapterPath(name)
        let fileName = name.pathName
        if let near = nearest(to: fileName, among: names.byFolder[path.folder] ?? []) {
            return "did you mean `\(path.folder)/\(near)`?"
        }
        let elsewhere = names.places[fileName] ?? []
        return elsewhere.count == 1 ? "there is `\(elsewhere[0])`" : nil
    }

    /// The names of all files in the forms in which they are looked for. Made once: a large site can have thousands of broken
    /// links.
    private struct Names: Sendable {
        /// Names by their lower-case form.
        var spellings: [String: String] = [:]
        var byFolder: [String: [String]] = [:]
        /// Names by the last part.
        var places: [String: [String]] = [:]

        init(_ names: [String]) {
            for name in names.sortedByBytes() {
                let folder = ChapterPath(name).folder
                let fileName = name.pathName
                if spellings[name.lowercased()] == nil { spellings[name.lowercased()] = name }
                byFolder[folder, default: []].append(fileName)
                places[fileName, default: []].append(name)
            }
        }
    }

    private var names = Names([])

    /// Makes ready for suggestions; called when all else is set.
    mutating func indexNames() { names = Names(chapters.keys.map { "chapters/" + $0 } + files + records.keys) }
}

/// The file that a link stands in.
struct LinkOrigin {
    /// Its name below the content folder, such as `shared/first-hour.md`.
    let name: String
    /// The chapter that an address of a heading alone, such as `#steps`, leads to; nil where there is none.
    let page: String?

    init(name: String, page: String?) {
        self.name = name
        self.page = page
    }

    /// A file that is included on a page. A chapter has a page of its own; other files are only where they are included.
    init(_ name: String, on page: LinkOrigin) {
        self.name = name
        self.page = name.removingBytes(ofPrefix: "chapters/") ?? page.page
    }
}
