import PlaybookCore

/// Paths of findings in the form that code hosts need: relative to the top folder of the repository, whatever the
/// working folder is and however the user wrote the path of a folder. Without a repository, they are relative to the
/// working folder.
package struct RepositoryPaths: Sendable {
    /// Each folder as the user wrote it, with its path below the top folder.
    private var folders: [(written: String, path: String)] = []

    /// Leaves all paths unchanged.
    package init() {}

    /// - Parameter folders: the folders that findings are in, as the user wrote them. The paths in a folder that does
    ///   not exist stay unchanged.
    package init(of folders: [String]) throws(FileError) {
        let here = try resolvingLinks(".")
        for folder in folders {
            guard try kind(ofFile: folder) == .folder else { continue }
            let path = try resolvingLinks(folder)
            let top = try Self.repository(of: path) ?? here
            self.folders.append((Self.withSlash(folder), Self.withSlash(Self.below(top, path))))
        }
        // A folder inside another one must be tried first.
        self.folders.sort { $0.written.utf8.count > $1.written.utf8.count }
    }

    /// The findings with the paths of their places and notes relative to the top folder.
    package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.place.file = path(diagnostic.place.file)
            diagnostic.notes = diagnostic.notes.map { note in
                var note = note
                if let place = note.place { note.place?.file = path(place.file) }
                return note
            }
            return diagnostic
        }
    }

    private func path(_ file: String) -> String {
        for folder in folders {
            if let rest = file.removingBytes(ofPrefix: folder.written) { return folder.path + rest }
            if Self.withSlash(file) == folder.written {
                return folder.path.isEmpty ? "." : String(folder.path.dropLast())
            }
        }
        return file
    }

    private static func withSlash(_ path: String) -> String {
        path.isEmpty || path.endsWithBytes(of: "/") ? path : path + "/"
    }

    /// A path relative to a folder, both without links: the path itself if it is not below the folder, and an empty
    /// text for the folder itself.
    private static func below(_ top: String, _ path: String) -> String {
        path == top ? "" : path.removingBytes(ofPrefix: withSlash(top)) ?? path
    }

    /// The nearest folder, from a path upwards, that contains `.git`: a folder, or a file in worktrees and submodules.
    /// Nil if no folder does.
    private static func repository(of path: String) throws(FileError) -> String? {
        var folder = path
        while true {
            if try kind(ofFile: withSlash(folder) + ".git") != nil { return folder }
            guard folder.utf8.count > 1 else { return nil }
            let above = folder.pathFolder
            folder = above.isEmpty ? "/" : above
        }
    }
}
