import Glibc

/// The folder of a path; `.` if the path has none. Paths are cut at bytes: a `/` separates even if Swift would join it
/// with the letter before it.
func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: .slash) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: .slash) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}

/// A path below a folder.
package func joined(_ folder: String, _ name: String) -> String {
    folder.utf8.last == .slash ? folder + name : folder + "/" + name
}

/// True for a path that is a folder or is below it. Both are absolute, without links.
func isInside(_ path: String, _ folder: String) -> Bool {
    path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: joined(folder, "").utf8)
}

extension UInt8 {
    fileprivate static let slash = UInt8(ascii: "/")
}

/// The end of a path's links, whether or not something is there.
struct ResolvedPath: Sendable, Hashable {
    /// Absolute, without links.
    let path: String
    /// True for a symbolic link that leads to nothing, or in a circle.
    let isDangling: Bool
}

/// Resolves the links of a path. If nothing is at the path, the parts of it that exist are resolved.
func resolvingPath(_ path: String) throws(FileError) -> ResolvedPath {
    var path = path
    var isDangling = false
    var missing: [String] = []
    for _ in 0..<1_000 {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            let start = String(cString: resolved)
            return ResolvedPath(path: missing.reversed().reduce(start, descending), isDangling: isDangling)
        }
        guard errno == ENOENT || errno == ELOOP else { throw FileError("look at", path) }
        if let link = try readingLink(path) {
            isDangling = isDangling || missing.isEmpty
            path = link.utf8.first == .slash ? link : joined(folder(of: path), link)
        } else {
            missing.append(name(of: path))
            path = folder(of: path)
        }
    }
    // More links than this lead in a circle.
    return ResolvedPath(path: path, isDangling: true)
}

private func descending(from folder: String, to part: String) -> String {
    switch part {
    case "", ".": folder
    case "..": PlaybookCore.folder(of: folder)
    default: joined(folder, part)
    }
}

/// The target of a symbolic link; nil if nothing is at the path, or if it is not a link.
private func readingLink(_ path: String) throws(FileError) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    if count < 0 {
        guard errno == EINVAL || errno == ENOENT else { throw FileError("look at", path) }
        return nil
    }
    return String(decoding: buffer[..<count], as: UTF8.self)
}

/// The status of a path itself: a link is not followed. Nil if nothing is there.
func status(ofFile path: String) throws(FileError) -> stat? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw FileError("look at", path)
    }
    return status
}

/// True for a folder, false for a link to one.
func isFolderItself(_ path: String) throws(FileError) -> Bool {
    try status(ofFile: path)?.isFolder ?? false
}

extension stat {
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }

    func isSameFile(as other: stat) -> Bool { st_ino == other.st_ino && st_dev == other.st_dev }
}
