import PlaybookCore
import PlaybookMarkup

/// What links can lead to: the pages that will be made, with their headings, and the files that can be published.
struct LinkTargets: Sendable {
    /// The ids of the headings of each chapter that is not a draft, by path below `chapters/`.
    var chapters: [String: Set<String>] = [:]
    var drafts: Set<String> = []
    /// Names of files below the content folder.
    var files: Set<String> = []
    /// Folders below `chapters/` that have chapters somewhere below.
    var sections: Set<String> = []
    /// The index page of a folder, by the folder's path below `chapters/`.
    var indexes: [String: String] = [:]

    /// Where the links of a chapter lead, and those that lead nowhere.
    func resolve(_ links: [Link], of chapter: ChapterPath, in file: SourceFile, _ sources: IncludeSources) -> (
        targets: [NodeID: LinkTarget], diagnostics: [Diagnostic]
    ) {
        resolve(links, from: LinkOrigin(name: "chapters/" + chapter.path, page: chapter.path), in: file, sources)
    }

    /// The same for links of any file. Those that were included are resolved against the file that they stand in, and what is wrong
    /// with them is told there.
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
            diagnostics.append(
                Diagnostic(
                    .brokenLink, "this \(what) leads nowhere: \(problem)", at: file.place(link.source),
                    help: resolution.help))
        }
        return (targets, diagnostics)
    }

    /// Where an address leads, and what is wrong with it. A page without the heading that is asked for is better than no page, so
    /// there can be both.
    private struct Resolution {
        var target: LinkTarget?
        var problem: String?
        var help: String?
    }

    private func resolve(_ url: String, of origin: LinkOrigin) -> Resolution {
        let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count == 2 && !parts[1].isEmpty ? percentDecoded(parts[1]) : nil
        let written = percentDecoded(parts.first?.prefix { $0 != "?" } ?? "")
        if written.isEmpty {
            if url.isEmpty { return Resolution(problem: "it has no address") }
            return origin.page.map { chapterTarget($0, anchor) } ?? Resolution()
        }
        let base = written.hasPrefix("/") ? "chapters" : ChapterPath(origin.name).folder
        guard let name = normalised(base + "/" + written) else {
            return Resolution(problem: "`\(written)` is outside the content folder")
        }
        if name.hasPrefix("chapters/") || name == "chapters" {
            let path = String(name.dropFirst("chapters/".count))
            if chapters[path] != nil { return chapterTarget(path, anchor) }
            if drafts.contains(path) { return Resolution(problem: "`\(written)` is a draft") }
            if let index = indexes[path] { return chapterTarget(index, anchor) }
            if sections.contains(path) { return Resolution(target: .section(path)) }
        }
        if files.contains(name) { return Resolution(target: .asset(name)) }
        return Resolution(problem: "there is no `\(written)`", help: suggestion(for: name, written: written))
    }

    private func chapterTarget(_ path: String, _ anchor: String?) -> Resolution {
        let target = LinkTarget.chapter(path, anchor: anchor)
        guard let anchor, let headings = chapters[path], !headings.contains(anchor) else {
            return Resolution(target: target)
        }
        let near = nearest(to: anchor, among: headings).map { "did you mean `#\($0)`?" }
        return Resolution(target: target, problem: "\(path) has no heading `#\(anchor)`", help: near)
    }

    /// The file that was most likely meant: the same in another case or with its extension, nearly the same in its folder, or
    /// the only one of this name elsewhere.
    private func suggestion(for name: String, written: String) -> String? {
        if let other = names.spellings[name.lowercased()] ?? names.spellings[(name + ".md").lowercased()] {
            return "did you mean `\(other)`?"
        }
        let path = ChapterPath(name)
        let fileName = String(name.dropFirst(path.folder.isEmpty ? 0 : path.folder.utf8.count + 1))
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
                let fileName = String(name.dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1))
                if spellings[name.lowercased()] == nil { spellings[name.lowercased()] = name }
                byFolder[folder, default: []].append(fileName)
                places[fileName, default: []].append(name)
            }
        }
    }

    private var names = Names([])

    /// Makes ready for suggestions; called when all else is set.
    mutating func indexNames() { names = Names(chapters.keys.map { "chapters/" + $0 } + files) }
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
        self.page = name.hasPrefix("chapters/") ? String(name.dropFirst("chapters/".count)) : page.page
    }
}

/// True for an address that does not lead into the content: one with a scheme, or with a host.
func isAbsolute(_ url: String) -> Bool {
    if url.hasPrefix("//") { return true }
    let scheme = url.utf8.prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "+.-".utf8.contains(byte)
        }
    }
    return !scheme.isEmpty && scheme.endIndex < url.utf8.endIndex && url.utf8[scheme.endIndex] == UInt8(ascii: ":")
}

/// A path without `.` and `..`, or nil where it leads above its root.
func normalised(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
        if part != ".." {
            parts.append(part)
        } else if parts.popLast() == nil {
            return nil
        }
    }
    return parts.joined(separator: "/")
}

/// A text with its `%XX` decoded, where that gives UTF-8.
func percentDecoded(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return String(text) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
            let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
        {
            result.append(byte)
            index += 3
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return String(validating: result, as: UTF8.self) ?? String(text)
}

extension Rule {
    static let brokenLink = Rule(
        "broken-link", "A link or an image whose file, page or heading does not exist.", canBeLowered: true)
}
