import PlaybookCore
import PlaybookModel

extension Rule {
    static let unexpectedFile = Rule(
        "unexpected-file",
        "A file or folder in the content folder that nothing reads.",
        severity: .warning, canBeLowered: true,
        why: "Its author believes that it is read.",
        example: "content/snippet/bearing-alerts.md",
        instead: "content/snippets/bearing-alerts.md")

    static let misplacedFile = Rule(
        "misplaced-file",
        "A folder where a file should be, a link that is not followed, or a name with control characters.",
        why:
            "A file would not be read, a file from outside would be published, or a name would break the lines in which it is printed.",
        example: "content/playbook.yml/settings.yml",
        instead: "content/playbook.yml")

    static let wrongEnding = Rule(
        "wrong-ending",
        "A file that is not read because of how its name ends.",
        why: "Its author believes that it is read, and a link to it would publish its source.",
        example: "content/chapters/Plan.MD",
        instead: "content/chapters/Plan.md")
}

/// The content folder as it is on disk: the files that are read, and the names of files that may be published
/// (docs/formats.md, "The folder").
package struct ContentFolder: Sendable {
    /// The folder, as the user typed it.
    package let path: String
    /// The name of the folder itself, even if the user wrote `.`.
    package private(set) var name: String
    /// Markdown, YAML and CSV files with their bytes, sorted by name.
    package private(set) var files: [SourceFile] = []
    /// The files among these that were parsed when they were read, by name.
    private(set) var parsed: [String: ParsedFile] = [:]
    /// The names of files that have not been read yet.
    private var unread: [String] = []
    /// All other files, by their names below the folder.
    package private(set) var others: [String] = []
    /// The names of all folders below the folder.
    package private(set) var folders: Set<String> = []
    /// The names of files that are not read only because of how their names end: `Plan.MD`, `notes.markdown`.
    package private(set) var misnamed: Set<String> = []
    /// Files in folders of `chapters/` and `assets/` whose names start with a dot, such as the folder in which
    /// GitBook keeps pictures. They are published where a chapter names them.
    package private(set) var inDotFolders: Set<String> = []
    /// The findings about files that are where they should not be.
    package private(set) var diagnostics: [Diagnostic] = []

    /// The folders of version control systems.
    package static let repositories: Set<String> = [".git", ".hg", ".svn", ".jj"]

    /// A folder made from values, for callers without a disk.
    package init(path: String, files: [SourceFile], others: [String] = [], folders: Set<String> = []) {
        self.path = path
        name = Self.lastPart(of: path)
        self.files = files.sorted { $0.name.precedes($1.name) }
        self.others = others
        self.folders = folders
    }

    /// Reads a folder from disk.
    ///
    /// - Throws: `FileError` if something cannot be read.
    package static func read(_ path: String) async throws(FileError) -> ContentFolder {
        var folder = ContentFolder(path: path, files: [])
        folder.name = lastPart(of: try resolvingLinks(path))
        for name in try listFolder(path) { try folder.takeTop(name) }
        try await folder.readFiles()
        return folder
    }

    /// Reads and parses the files that were found, on all cores, so that one file is parsed while others are being read. Chapters are only read
    /// here: there are many of them, and their trees are used and dropped one by one (`ChapterReading`).
    private mutating func readFiles() async throws(FileError) {
        let paths = unread.sortedByBytes().map { (name: $0, path: path(of: $0)) }
        let results = await paths.concurrentMap { name, path -> Result<(SourceFile, ParsedFile?), FileError> in
            do throws(FileError) {
                let file = SourceFile(path: path, name: name, bytes: try readFile(path))
                return .success((file, ContentPart.chapters.contains(name) ? nil : ParsedFile(file)))
            } catch {
                return .failure(error)
            }
        }
        unread = []
        files.reserveCapacity(results.count)
        for result in results {
            let (file, parsed) = try result.get()
            files.append(file)
            self.parsed[file.name] = parsed
        }
    }

    /// Reads only `playbook.yml` of a folder; nil if there is none.
    ///
    /// - Throws: `FileError` if it cannot be read.
    package static func readSettings(_ path: String) throws(FileError) -> SourceFile? {
        let folder = ContentFolder(path: path, files: [])
        let file = folder.path(of: "playbook.yml")
        guard try PlaybookCore.kind(ofFile: file) == .file else { return nil }
        return SourceFile(path: file, name: "playbook.yml", bytes: try readFile(file))
    }

    /// Some files of the folder, parsed. Each is handed out once and not kept here, so that it takes no memory after its use.
    mutating func takeParsed(_ files: [SourceFile]) -> [ParsedFile] {
        files.map { parsed.removeValue(forKey: $0.name) ?? ParsedFile($0) }
    }

    /// This folder as it would be with other contents of some files, by their paths.
    package func replacing(_ contents: [String: [UInt8]]) -> ContentFolder {
        var folder = self
        for (index, file) in files.enumerated() {
            guard let bytes = contents[file.path] else { continue }
            folder.files[index] = SourceFile(path: file.path, name: file.name, bytes: bytes)
            folder.parsed[file.name] = nil
        }
        return folder
    }

    /// The path of a name below the folder, in the form in which the user typed the folder.
    package func path(of name: String) -> String { path.endsWithBytes(of: "/") ? path + name : path + "/" + name }

    private static func lastPart(of path: String) -> String {
        String(decoding: path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...].prefix(0), as: UTF8.self)
    }

    private mutating func takeTop(_ name: String) throws(FileError) {
        let kind = try PlaybookCore.kind(ofFile: path(of: name))
        if name == "playbook.yml" || name == "suppressions.csv" {
            guard kind == .file else { return misplaced(name, "`\(name)` is not a file") }
            unread.append(name)
        } else if let part = ContentPart(rawValue: name) {
            guard kind == .folder else { return misplaced(name, "`\(name)` is not a folder") }
            try take(part)
        } else if kind == .file, name.lowercased() == "playbook.yaml" || name.lowercased() == "playbook.yml" {
            wrongEnding(name, "playbook.yml")
        } else if kind == .folder
            || [".yml", ".yaml", ".csv"].contains(where: { name.lowercased().endsWithBytes(of: $0) })
        {
            let near = nearest(
                to: name, among: ContentPart.allCases.map(\.rawValue) + ["playbook.yml", "suppressions.csv"])
            diagnostics.append(
                Diagnostic(
                    .unexpectedFile, "nothing reads `\(name)`", at: Place(file: path(of: name)),
                    help: Diagnostic.help(didYouMean: near) ?? "move it out of the content folder"))
        }
    }

    private mutating func take(_ part: ContentPart) throws(FileError) {
        let extensions = part.endings
        let isPublished = part == .chapters || part == .assets
        var waiting = [part.rawValue]
        while let name = waiting.popLast() {
            folders.insert(name)
            // A link to a folder above would lead in a circle.
            guard name.utf8.count < 1000 else { return misplaced(name, "folders are nested too deep, or in a circle") }
            let entries = try folderEntries(path(of: name))
            for entry in entries where !entry.isHidden {
                let childName = name + "/" + entry.name
                let isRead = extensions.contains(entry.name.pieces(between: ".").dropFirst().last ?? "")
                if let finding = controlCharacters(inName: entry.name, at: Place(file: path(of: childName))) {
                    diagnostics.append(finding)
                    continue
                }
                var kind = entry.kind
                if kind == .link {
                    if let problem = try linkProblem(path(of: childName)) {
                        misplaced(childName, problem)
                        continue
                    }
                    // A link that can be followed leads to a file.
                    kind = .file
                }
                switch kind {
                case .folder:
                    if isRead { misplaced(childName, "a folder where a file should be") }
                    waiting.append(childName)
                case .file where isRead: unread.append(childName)
                case .file:
                    if let right = Self.rightName(of: entry.name, extensions) {
                        misnamed.insert(childName)
                        wrongEnding(childName, right)
                    } else if isPublished {
                        others.append(childName)
                    } else {
                        reportUnread(childName, extensions)
                    }
                default: misplaced(childName, "not a file that can be read")
                }
            }
            if isPublished {
                for entry in entries where entry.isHidden && entry.kind == .folder {
                    guard !Self.repositories.contains(entry.name) else { continue }
                    try takeDotFolder(name + "/" + entry.name)
                }
            }
        }
    }

    /// Notes what is in a folder whose name begins with a dot. Nothing there is read, and links there are not followed.
    private mutating func takeDotFolder(_ folder: String) throws(FileError) {
        var waiting = [folder]
        while let name = waiting.popLast() {
            guard name.utf8.count < 1000 else { continue }
            for entry in try folderEntries(path(of: name)) where !Self.repositories.contains(entry.name) {
                let childName = name + "/" + entry.name
                switch entry.kind {
                case .folder: waiting.append(childName)
                case .file: inDotFolders.insert(childName)
                default: continue
                }
            }
        }
    }

    /// Why a symbolic link is not followed; nil for a link to a file inside the content folder. A link to a folder may lead in a circle, and a
    /// link out of the content folder may publish something that nobody meant to publish.
    private func linkProblem(_ link: String) throws(FileError) -> String? {
        let target: String
        do throws(FileError) {
            target = try resolvingLinks(link)
        } catch {
            return error.leadsNowhere
                ? "a link that leads nowhere, or in a circle" : "a link that cannot be followed: \(error.reason)"
        }
        switch try PlaybookCore.kind(ofFile: target) {
        case .file: break
        case .folder: return "a link to a folder is not followed"
        default: return "a link that leads nowhere"
        }
        let roots = [try resolvingLinks(path), try resolvingLinks(self.path(of: ContentPart.chapters.rawValue))]
        let isInside = roots.contains { target.startsWithBytes(of: $0 + "/") }
        return isInside ? nil : "a link that leads out of the content folder"
    }

    /// The name that a file would need in order to be read; nil if it does not look like such a file.
    private static func rightName(of name: String, _ extensions: [String]) -> String? {
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
        let others = ["markdown": "md", "mdown": "md", "mkd": "md", "mkdn": "md", "mdx": "md", "mdwn": "md"]
        let ending = name[name.index(after: point)...].lowercased()
        let right = others[ending] ?? ending
        return extensions.contains(right) ? name[...point] + right : nil
    }

    private mutating func wrongEnding(_ name: String, _ right: String) {
        diagnostics.append(
            Diagnostic(
                .wrongEnding, "this file is not read, because of how its name ends", at: Place(file: path(of: name)),
                help: "rename it to `\(right)`"))
    }

    private mutating func reportUnread(_ name: String, _ extensions: [String]) {
        let expected = extensions.map { "." + $0 }.joined(separator: " or ")
        diagnostics.append(
            Diagnostic(
                .unexpectedFile, "nothing reads this file", at: Place(file: path(of: name)),
                help: "files here end in \(expected)"))
    }

    private mutating func misplaced(_ name: String, _ message: String) {
        diagnostics.append(Diagnostic(.misplacedFile, message, at: Place(file: path(of: name))))
    }
}
