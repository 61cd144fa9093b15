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
    func resolve(_ links: [Link], of chapter: ChapterPath, in file: SourceFile) -> (
        targets: [NodeID: LinkTarget], diagnostics: [Diagnostic]
    ) {
        var targets: [NodeID: LinkTarget] = [:]
        var diagnostics: [Diagnostic] = []
        for link in links where !isAbsolute(link.url) {
            let resolution = resolve(link.url, of: chapter)
            targets[link.node] = resolution.target
            guard let problem = resolution.problem else { continue }
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

    private func resolve(_ url: String, of chapter: ChapterPath) -> Resolution {
        let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count == 2 && !parts[1].isEmpty ? percentDecoded(parts[1]) : nil
        let written = percentDecoded(parts.first?.prefix { $0 != "?" } ?? "")
        if written.isEmpty {
            if url.isEmpty { return Resolution(problem: "it has no address") }
            return chapterTarget(chapter.path, anchor)
        }
        let base =
            written.hasPrefix("/") ? "chapters" : chapter.folder.isEmpty ? "chapters" : "chapters/" + chapter.folder
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

    /// The file that was most likely meant: the same name elsewhere, in another case, or nearly the same.
    private func suggestion(for name: String, written: String) -> String? {
        let all = chapters.keys.map { "chapters/" + $0 } + files
        let folder = name.lastIndex(of: "/").map { name[...$0] } ?? ""
        let stem = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name[...]
        if let other = all.filter({ $0.lowercased() == name.lowercased() || $0 == name + ".md" }).sortedByBytes().first
        {
            return "did you mean `\(other)`?"
        }
        if let near = nearest(to: name, among: all.filter { $0.hasPrefix(folder) }) { return "did you mean `\(near)`?" }
        let elsewhere = all.filter { $0.hasSuffix("/" + stem) }
        return elsewhere.count == 1 ? "there is `\(elsewhere[0])`" : nil
    }
}

/// True for an address that does not lead into the content: one with a scheme, or with a host.
func isAbsolute(_ url: String) -> Bool {
    url.hasPrefix("//") || url.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil
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
