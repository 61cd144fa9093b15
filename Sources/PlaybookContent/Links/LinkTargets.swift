import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let brokenLink = Rule(
        "broken-link",
        "A link or an image whose file, page or heading does not exist.",
        canBeLowered: true,
        why: "A reader who needs the answer does not find it.",
        example: "Read [the roles](../acount/roles.md#operators).",
        instead: "Read [the roles](../account/roles.md#operator).")
}

/// The possible targets of links: the pages that will be made, with their headings, and the files that can be
/// published.
struct LinkTargets: Sendable {
    /// For each chapter that is not a draft, by its path below `chapters/`, the ids that links can lead to: those of headings and, if raw HTML is
    /// kept, those in raw HTML.
    private(set) var chapters: [String: Set<String>] = [:]
    /// The chapters with an address on the site, now or as an alias. Addresses are in lower case and without slashes at their ends. An ambiguous
    /// address has several chapters.
    private var addresses: [String: Set<String>] = [:]
    /// The folder of the page, by the path of its chapter.
    private var pages: [String: String] = [:]
    var drafts: Set<String> = []
    /// Names of files below the content folder.
    var files: Set<String> = []
    /// Files that are not read because of their ending.
    var misnamed: Set<String> = []
    /// Files in folders whose names start with a dot.
    var inDotFolders: Set<String> = []
    /// Folders below `chapters/` that contain chapters at any depth.
    var sections: Set<String> = []
    /// The index page of a folder, by the folder's path below `chapters/`.
    var indexes: [String: String] = [:]
    /// Snippets and accounts, by the name of their file below the content folder.
    var records: [String: Record] = [:]

    /// A file that is not published itself, but may have a page made from it.
    enum Record: Sendable {
        case page(LinkTarget)
        /// Why it has no page, as words that follow its name in a sentence.
        case noPage(String)
    }

    /// Adds a chapter that is not a draft.
    mutating func add(_ chapter: ParsedChapter, rawHTML: Bool) {
        let path = chapter.path.path
        chapters[path] = Set(chapter.text.headings.map(\.id)).union(rawHTML ? chapter.text.htmlAnchors : [])
        let page = chapter.frontMatter.page(of: chapter.path)
        pages[path] = page
        let aliases = chapter.frontMatter.aliases.compactMap(AliasPath.init).map(\.address)
        for address in [page, chapter.path.page] + aliases where !address.isEmpty {
            addresses[address.lowercased(), default: []].insert(path)
        }
    }

    /// The target of each link, nil for a link that leads nowhere; and the findings about the links. A link from an included file is resolved
    /// against that file, and its findings are reported there.
    ///
    /// - Parameter links: the links whose addresses are not absolute.
    func resolve(
        _ links: [Link], from page: LinkOrigin, in file: SourceFile, _ sources: IncludeSources
    ) -> (targets: [LinkTarget?], diagnostics: [Diagnostic]) {
        var targets: [LinkTarget?] = []
        targets.reserveCapacity(links.count)
        var diagnostics: [Diagnostic] = []
        // Needed only if a link is broken and can be fixed. That is worth parsing the file again.
        lazy var definitions = DefinedAddresses(parsedDocument(of: file), in: file)
        for link in links {
            var origin = page
            if let included = sources.file(link.file) { origin = LinkOrigin(included.name, on: page) }
            let resolution = resolve(link.url, of: origin)
            targets.append(resolution.target)
            guard let problem = resolution.problem, link.file == 0 else { continue }
            let what = link.isImage ? "image" : "link"
            var fix: Diagnostic.Fix?
            if let right = resolution.right { fix = addressFix(of: link, in: file, to: right) { definitions } }
            diagnostics.append(
                Diagnostic(
                    .brokenLink, "this \(what) leads nowhere: \(problem)", at: file.place(link.source),
                    help: resolution.help, fix: fix))
        }
        return (targets, diagnostics)
    }

    /// The target of an address, and what is wrong with it. Both can be there, because a page without the requested
    /// heading is better than no page.
    private struct Resolution {
        var target: LinkTarget?
        var problem: String?
        var help: String?
        /// The address that was certainly meant; nil if none is certain.
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
        let base = written.startsWithBytes(of: "/") ? ContentPart.chapters.rawValue : ChapterPath(origin.name).folder
        guard let name = normalised(base + "/" + written) else {
            return Resolution(problem: "`\(written)` is outside the content folder")
        }
        if let path = name == ContentPart.chapters.rawValue ? "" : ContentPart.chapters.path(of: name) {
            // The stored path is used and not the typed one, because two texts can be equal with different code
            // points.
            if let found = chapters.index(forKey: path) {
                return chapterTarget(chapters[found].key, anchor, written: url)
            }
            if drafts.contains(path) { return Resolution(problem: "`\(written)` is a draft") }
            if let index = indexes[path] { return chapterTarget(index, anchor, written: url) }
            if sections.contains(path) { return Resolution(target: .section(path)) }
        }
        if files.contains(name) { return Resolution(target: .asset(name)) }
        if inDotFolders.contains(name) {
            guard name.lowercased().endsWithBytes(of: ".md") else { return Resolution(target: .asset(name)) }
            return Resolution(
                problem: "`\(written)` is in a folder whose name begins with a dot, where no chapters are read",
                help: "move it to another folder")
        }
        if misnamed.contains(name) {
            return Resolution(
                problem: "`\(written)` is not read, because of how its name ends", help: "rename it first")
        }
        switch records[name] {
        case .page(let target): return Resolution(target: target)
        case .noPage(let why): return Resolution(problem: "`\(written)` \(why)")
        case nil: break
        }
        if written.utf8.contains(UInt8(ascii: "\\")) {
            // The address is used as written, so that percent-encoded characters stay percent-encoded.
            let url =
                ["\\", "%5C", "%5c"].reduce(url.removingBytes(ofSuffix: behindPath(url)) ?? url) {
                    $0.replacing($1, with: "/")
                } + behindPath(url)
            if case let other = resolve(url, of: origin), other.problem == nil, other.target != nil {
                return Resolution(
                    problem: "`\(written)` has backslashes", help: "write `\(url)`: addresses have slashes everywhere",
                    right: url)
            }
        }
        var missing = Resolution(problem: "there is no `\(written)`", help: suggestion(for: name))
        let same = sameTarget(as: name) ?? targetFromPage(of: origin, written)
        guard let moved = same ?? onlyNamesake(of: name) else { return missing }
        missing.help = same == nil ? "there is `\(moved)`" : Diagnostic.help(didYouMean: moved)
        // A file of the same name without the heading may be a different file.
        if !written.contains("//"), same != nil || isThere(anchor, in: moved) {
            missing.right =
                relativeAddress(of: moved, from: ChapterPath(origin.name).folder) + behindPath(url)
        }
        return missing
    }

    /// The file that an address means when a browser resolves it against the page, as other generators write
    /// addresses: on the page of `tools/slack.md`, `people/` is `tools/slack/people/`. Nil if there is none.
    private func targetFromPage(of origin: LinkOrigin, _ written: String) -> String? {
        guard !written.startsWithBytes(of: "/"), let path = ContentPart.chapters.path(of: origin.name),
            !ChapterPath(path).isIndex, let page = pages[path],
            let name = normalised(ContentPart.chapters.name(of: page + "/" + written))
        else { return nil }
        if let path = ContentPart.chapters.path(of: name) {
            if chapters[path] != nil { return name }
            if let index = indexes[path] { return ContentPart.chapters.name(of: index) }
        }
        return files.contains(name) ? name : sameTarget(as: name)
    }

    /// The chapter whose page has this address, or had it in another generator: `roles.html`, `roles/`, or an alias. Nil if there is none.
    private func chapter(atAddress name: String) -> String? {
        guard var address = ContentPart.chapters.path(of: name.lowercased()) else { return nil }
        address = address.removingBytes(ofSuffix: "/index.html") ?? address.removingBytes(ofSuffix: ".html") ?? address
        guard let found = addresses[address], found.count == 1, let path = found.first else { return nil }
        return ContentPart.chapters.name(of: path)
    }

    private func chapterTarget(_ path: String, _ anchor: String?, written url: String) -> Resolution {
        guard let anchor, let headings = chapters[path] else {
            return Resolution(target: .chapter(path, anchor: anchor))
        }
        // The stored id is used and not the typed one, because two texts can be equal with different code points.
        // Links that were written with the marks that choose a picture still lead to ids without them.
        for spelling in [anchor, anchor.withoutPictureMarks] {
            guard let found = headings.firstIndex(of: spelling) else { continue }
            return Resolution(target: .chapter(path, anchor: headings[found]))
        }
        let target = LinkTarget.chapter(path, anchor: anchor)
        let near = Diagnostic.help(didYouMean: nearest(to: anchor, among: headings).map { "#\($0)" })
        var missing = Resolution(target: target, problem: "\(path) has no heading `#\(anchor)`", help: near)
        if let right = certain(for: anchor, among: headings) {
            missing.right = url.pieces(between: "#", maxSplits: 1, omittingEmpty: false)[0] + "#" + right
        }
        return missing
    }

    /// The name of the file that was certainly meant: the same name in another case or without its ending, or the
    /// file whose page has the address. Nil if there is none.
    private func sameTarget(as name: String) -> String? {
        names.spellings[name.lowercased()] ?? names.spellings[(name + ".md").lowercased()] ?? chapter(atAddress: name)
    }

    /// The only file of a name; nil for names that every folder has, such as `index.md`.
    private func onlyNamesake(of name: String) -> String? {
        let fileName = name.pathName
        let elsewhere = names.places[fileName] ?? []
        return elsewhere.count == 1 && !ChapterPath(fileName).isIndex ? elsewhere[0] : nil
    }

    private func isThere(_ anchor: String?, in name: String) -> Bool {
        guard let anchor else { return true }
        return ContentPart.chapters.path(of: name).map { chapters[$0]?.contains(anchor) == true } ?? false
    }

    /// The file that was probably meant: one with nearly the same name in the same folder, or the only one of this
    /// name elsewhere. Nil if there is none.
    private func suggestion(for name: String) -> String? {
        let path = ChapterPath(name)
        let fileName = name.pathName
        if let near = nearest(to: fileName, among: names.byFolder[path.folder] ?? []) {
            return Diagnostic.help(didYouMean: "\(path.folder)/\(near)")
        }
        let elsewhere = names.places[fileName] ?? []
        return elsewhere.count == 1 ? "there is `\(elsewhere[0])`" : nil
    }

    /// The names of all files in the forms in which they are searched. Made once, because a large site can have
    /// thousands of broken links.
    private struct Names: Sendable {
        /// Names by their form in lower case.
        var spellings: [String: String] = [:]
        var byFolder: [String: [String]] = [:]
        /// Names by their last part.
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

    /// Prepares suggestions. Called when everything else is set.
    mutating func indexNames() { names = Names(chapters.keys.map(ContentPart.chapters.name) + files + records.keys) }
}
