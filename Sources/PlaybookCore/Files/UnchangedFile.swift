import Glibc

/// Gives an existing file a second name if it is a regular file, has the expected mode and owner, and has exactly these bytes. In this way an
/// unchanged output keeps its file and its time, and nothing is written.
///
/// - Parameters:
///   - old: the path of the existing file, if there is one; links are not followed.
///   - pieces: the bytes, in pieces.
///   - like: the mode and owner that the file must have: those of a new file.
/// - Returns: false if there is no such file, if it differs, or if the file system does not support second names.
/// - Throws: `FileError` if the folder of the new name is missing and cannot be made.
func keepFile(
    _ old: String, as new: String, pieces: [[UInt8]], like model: FileOwnership
) throws(FileError) -> Bool {
    guard isFile(old, pieces: pieces, like: model) else { return false }
    if link(old, new) == 0 { return true }
    guard errno == ENOENT else { return false }
    // This is the first file of its folder.
    try makeFolders(folder(of: new))
    return link(old, new) == 0
}

/// True if a path is a regular file with exactly these bytes, and with the mode and owner of a new file. Links are not followed.
func isFile(_ path: String, pieces: [[UInt8]], like model: FileOwnership) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        Int(status.st_size) == pieces.reduce(0, { $0 + $1.count }), FileOwnership(status) == model
    else { return false }
    return pieces.allSatisfy { nextBytes(of: descriptor, are: $0) }
}

/// True if the next bytes of an open file are these.
private func nextBytes(of descriptor: Int32, are bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
        let room = min(1 << 18, bytes.count - place)
        let read = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, room))
        }
        // Compared in one call, because an output can have hundreds of megabytes.
        let isSame = read.withUnsafeBytes { new in
            bytes.withUnsafeBytes { old in
                guard let new = new.baseAddress, let old = old.baseAddress else { return false }
                return memcmp(new, old + place, read.count) == 0
            }
        }
        guard isSame, !read.isEmpty else { return false }
        place += read.count
    }
    return true
}

/// The mode and the owner of a file.
struct FileOwnership: Sendable, Hashable {
    private let mode: mode_t
    private let owner: uid_t
    private let group: gid_t

    init(_ status: stat) {
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
    }
}
