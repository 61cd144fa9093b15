import Glibc

/// What a path is.
package enum FileKind: Sendable, Hashable {
    case file, folder, other
}

/// What is at a path, after following links; nil if nothing is there.
package func kind(ofFile path: String) throws(FileError) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw FileError("look at", path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// True for a symbolic link, wherever it leads.
package func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// All bytes of a file.
package func readFile(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, code: EISDIR) }
    return try readAll(
        descriptor, path, expecting: Int(status.st_size), isRegular: status.st_mode & S_IFMT == S_IFREG)
}

/// All bytes of standard input.
package func readStandardInput() throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, "standard input", expecting: 0)
}

private func readAll(
    _ descriptor: Int32, _ path: String, expecting size: Int, isRegular: Bool = false
) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: FileError?
    // A file may be longer than its reported size, and a pipe has no size, so everything is read until the end.
    var room = size + 1
    while true {
        let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let got = read(descriptor, buffer.baseAddress, room)
            if got < 0 { failure = FileError("read", path) }
            count = max(0, got)
        }
        if let failure { throw failure }
        // One read of a file returns everything that is left; a read of a pipe returns only what has arrived so far.
        if isRegular, bytes.isEmpty, chunk.count < room { return chunk }
        if chunk.isEmpty { return bytes }
        if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        room = max(65_536, size - bytes.count + 1)
    }
}

/// An entry of a folder.
package struct FolderEntry: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case file, folder, link, other }

    package let name: String
    /// What the entry itself is: a link is not followed.
    package let kind: Kind

    /// True if the name starts with a dot.
    package var isHidden: Bool { name.hasPrefix(".") }
}

/// The entries of a folder, sorted by the bytes of their names. Entries that start with a dot are included.
///
/// Most file systems report the kind of an entry with its name. For the others, each entry is looked up.
package func folderEntries(_ path: String) throws(FileError) -> [FolderEntry] {
    guard let folder = opendir(path) else { throw FileError("list", path) }
    defer { closedir(folder) }
    var entries: [FolderEntry] = []
    while true {
        errno = 0
        guard let entry = readdir(folder) else {
            if errno != 0 { throw FileError("list", path) }
            return entries.sorted { $0.name.precedes($1.name) }
        }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let kind: FolderEntry.Kind
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): kind = .file
        case Int(DT_DIR): kind = .folder
        case Int(DT_LNK): kind = .link
        case Int(DT_UNKNOWN): kind = try unfollowedKind(of: joined(path, name))
        default: kind = .other
        }
        entries.append(FolderEntry(name: name, kind: kind))
    }
}

private func unfollowedKind(of path: String) throws(FileError) -> FolderEntry.Kind {
    guard let mode = try status(ofFile: path)?.st_mode else { return .other }
    switch mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
}

/// The names in a folder, sorted by their bytes. Names that start with a dot are included only if `hidden` is true.
package func listFolder(_ path: String, hidden: Bool = false) throws(FileError) -> [String] {
    try folderEntries(path).filter { hidden || !$0.isHidden }.map { $0.name }
}
