import PlaybookCore

/// The content folder as it is on disk: the files that are read, and the names of files that may be published
/// (docs/formats.md, "The folder").
package struct ContentFolder: Sendable {
    /// The folder, as the user typed it.
    package let path: String
    /// Its name in the folder above, even where the user wrote `.`.
    package private(set) var name: String
    /// Markdown, YAML and CSV files with their bytes, sorted by name.
    package private(set) var files: [SourceFile] = []
    /// The names of all other files below the folder.
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

    /// The parts of a content folder, each with the endings of the files that are read there.
    private static let parts: [String: [String]] = [
        "chapters": ["md"], "snippets": ["md"], "accounts": ["yml", "yaml", "csv"], "readings": ["csv"],
        "touches": ["csv"],
        "voice": ["md"], "shared": ["md"], "assets": [],
    ]

    /// The folders of version control systems.
    private static let repositories: Set<String> = [".git", ".hg", ".svn", ".jj"]

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
    /// - Throws: `FileError` when a file or folder cannot be read.
    package static func read(_ path: String) throws(FileError) -> ContentFolder {
        var folder = ContentFolder(path: path, files: [])
        folder.name = lastPart(of: try resolvingLinks(path))
        for name in try listFolder(path) { try folder.takeTop(name) }
        folder.files.sort { $0.name.precedes($1.name) }
        return folder
    }

    /// Reads only `playbook.yml` of a folder; nil if there is none.
    ///
    /// - Throws: `FileError` when it cannot be read.
    package static func readSettings(_ path: String) throws(FileError) -> SourceFile? {
        let folder = ContentFolder(path: path, files: [])
        let file = folder.path(of: "playbook.yml")
        guard try PlaybookCore.kind(ofFile: file) == .file else { return nil }
        return SourceFile(path: file, name: "playbook.yml", bytes: try readFile(file))
    }

    /// This folder with other contents for some files, given by their paths.
    package func replacing(_ contents: [String: [UInt8]]) -> ContentFolder {
        var folder = self
        folder.files = files.map { file in
            contents[file.path].map { SourceFile(path: file.path, name: file.name, bytes: $0) } ?? file
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
            files.append(SourceFile(path: path(of: name), name: name, bytes: try readFile(path(of: name))))
        } else if let extensions = Self.parts[name] {
            guard kind == .folder else { return misplaced(name, "`\(name)` is not a folder") }
            try take(folder: name, reading: extensions)
        } else if kind == .file, name.lowercased() == "playbook.yaml" || name.lowercased() == "playbook.yml" {
            wrongEnding(name, "playbook.yml")
        } else if kind == .folder
            || [".yml", ".yaml", ".csv"].contains(where: { name.lowercased().endsWithBytes(of: $0) })
        {
            let near = nearest(to: name, among: Array(Self.parts.keys) + ["playbook.yml", "suppressions.csv"])
            diagnostics.append(
                Diagnostic(
                    .unexpectedFile, "nothing reads `\(name)`", at: Place(file: path(of: name)),
                    help: near.map { "did you mean `\($0)`?" } ?? "move it out of the content folder"))
        }
    }

    private mutating func take(folder top: String, reading extensions: [String]) throws(FileError) {
        var waiting = [top]
        while let name = waiting.popLast() {
            folders.insert(name)
            // A link to a folder above would lead in a circle.
            guard name.utf8.count < 1000 else { return misplaced(name, "folders are nested too deep, or in a circle") }
            for child in try listFolder(path(of: name)) {
                let childName = name + "/" + child
                let childExtension = child.pieces(between: ".").dropFirst().last ?? ""
                let isRead = extensions.contains(childExtension)
                if let finding = controlCharacters(inName: child, at: Place(file: path(of: childName))) {
                    diagnostics.append(finding)
                    continue
                }
                if let problem = try linkProblem(path(of: childName)) {
                    misplaced(childName, problem)
                    continue
                }
                switch try PlaybookCore.kind(ofFile: path(of: childName)) {
                case .folder:
                    if isRead { misplaced(childName, "a folder where a file should be") }
                    waiting.append(childName)
                case .file where isRead:
                    let bytes = try readFile(path(of: childName))
                    files.append(SourceFile(path: path(of: childName), name: childName, bytes: bytes))
                case .file:
                    if let right = Self.rightName(of: child, extensions) {
                        misnamed.insert(childName)
                        wrongEnding(childName, right)
                    } else if top == "chapters" || top == "assets" {
                        others.append(childName)
                    } else {
                        unread(childName, extensions)
                    }
                default: misplaced(childName, "not a file that can be read")
                }
            }
            if top == "chapters" || top == "assets" { try takeDotFolders(in: name) }
        }
    }

    /// Collects the names of files in those folders of a folder whose names start with a dot. They are not read, and
    /// links there are not followed.
    private mutating func takeDotFolders(in folder: String) throws(FileError) {
        var waiting = [folder]
        while let name = waiting.popLast() {
            guard name.utf8.count < 1000 else { continue }
            for child in try listFolder(path(of: name), hidden: true) where name != folder || child.hasPrefix(".") {
                let childName = name + "/" + child
                guard !Self.repositories.contains(child), !isSymbolicLink(path(of: childName)) else { continue }
                switch try PlaybookCore.kind(ofFile: path(of: childName)) {
                case .folder: waiting.append(childName)
                case .file where name != folder: inDotFolders.insert(childName)
                default: continue
                }
            }
        }
    }

    /// Why a symbolic link is not followed: a link to a folder may lead in a circle, and a link out of the content
    /// folder may publish something by mistake. Nil for a link to a file inside, and for anything that is no link.
    private func linkProblem(_ link: String) throws(FileError) -> String? {
        guard isSymbolicLink(link) else { return nil }
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
        let roots = [try resolvingLinks(path), try resolvingLinks(self.path(of: "chapters"))]
        let isInside = roots.contains { target.startsWithBytes(of: $0 + "/") }
        return isInside ? nil : "a link that leads out of the content folder"
    }

    /// The name that a file would need in order to be read; nil where it does not look like one of our files.
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

    private mutating func unread(_ name: String, _ extensions: [String]) {
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
