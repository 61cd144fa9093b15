import Glibc

/// What a path is.
package enum FileKind: Sendable, Hashable {
    case file, folder, other
}

/// What a path is, after following links; nil when nothing is there.
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
    return try readAll(descriptor, path, expecting: Int(status.st_size))
}

/// All bytes of standard input.
package func readStandardInput() throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, "standard input", expecting: 0)
}

private func readAll(_ descriptor: Int32, _ path: String, expecting size: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: FileError?
    // A file may be longer than its size said, and a pipe has no size: read until nothing more comes.
    var room = size + 1
    while true {
        let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let got = read(descriptor, buffer.baseAddress, room)
            if got < 0 { failure = FileError("read", path) }
            count = max(0, got)
        }
        if let failure { throw failure }
        if chunk.isEmpty { return bytes }
        if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        room = max(65_536, size - bytes.count + 1)
    }
}

/// The names in a folder, sorted by their bytes. Names that start with a dot are included only where `hidden` is
/// true.
package func listFolder(_ path: String, hidden: Bool = false) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError("list", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
        errno = 0
        guard let entry = readdir(folder) else {
            if errno != 0 { throw FileError("list", path) }
            return names.sortedByBytes()
        }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != "..", hidden || !name.hasPrefix(".") { names.append(name) }
    }
}
