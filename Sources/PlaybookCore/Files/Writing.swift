import CPlatform
import Glibc

/// Makes a folder and the folders above it, if they are missing.
func makeFolders(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
        // A link to a folder counts as a folder. Anything else at the path is an error.
        guard try kind(ofFile: path) == .folder else { throw FileError("make the folder", path, code: ENOTDIR) }
    case ENOENT where path.utf8.contains(UInt8(ascii: "/")):
        try makeFolders(folder(of: path))
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError("make the folder", path) }
    default: throw FileError("make the folder", path)
    }
}

/// Makes a folder.
///
/// - Returns: false if something is already there, even a link.
func makeFolderWhereNothingIs(_ path: String) throws(FileError) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    guard errno == EEXIST else { throw FileError("make the folder", path) }
    return false
}

/// Gives a folder the mode and the owner of another one.
func setOwnerAndMode(of path: String, to other: stat) throws(FileError) {
    // A user who may make a folder may not be allowed to give it to somebody else. It then belongs to the user who made
    // it.
    guard chown(path, other.st_uid, other.st_gid) == 0 || errno == EPERM, chmod(path, other.st_mode & 0o7777) == 0
    else { throw FileError("write", path) }
}

/// Writes all bytes to an open file or stream. One system call may write only some of the bytes that it is given.
///
/// - Parameter name: how an error names the file or stream.
package func write(_ bytes: [UInt8], to descriptor: Int32, _ name: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes {
            Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
        }
        guard count >= 0 else { throw FileError("write", name) }
        written += count
    }
}

/// Writes a new file. Throws if something is already there, even a link: nothing is overwritten.
///
/// - Parameter syncing: true to wait until its bytes are on disk.
func writeFile(_ path: String, _ bytes: [UInt8], syncing: Bool = false) throws(FileError) {
    try writeFile(path, pieces: [bytes], syncing: syncing)
}

/// Writes a new file from bytes in pieces. Throws if something is already there, even a link.
func writeFile(_ path: String, pieces: [[UInt8]], syncing: Bool = false) throws(FileError) {
    var pieces = pieces.makeIterator()
    try writeFile(path, syncing: syncing) { pieces.next() }
}

/// Writes a new file from bytes that are made while it is written. Throws if something is already there, even a link.
///
/// - Parameter next: returns the next bytes of the file, and nil at its end.
func writeFile(_ path: String, syncing: Bool = false, _ next: () -> [UInt8]?) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError("write", path) }
    do throws(FileError) {
        while let piece = next() { try write(piece, to: descriptor, path) }
        guard !syncing || fsync(descriptor) == 0 else { throw FileError("write", path) }
    } catch {
        close(descriptor)
        throw error
    }
    guard close(descriptor) == 0 else { throw FileError("write", path) }
}

/// Removes a file if it exists, but never a folder. If the path is a link, only the link is removed.
func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
}

/// Removes a file, or a folder with everything in it. Links are removed, but not the files that they lead to.
func remove(_ path: String) throws(FileError) {
    if unlink(path) == 0 || errno == ENOENT { return }
    let failure = FileError("remove", path)
    // EPERM may also mean that the file cannot be removed by anybody.
    guard failure.code == EISDIR || failure.code == EPERM, try isFolderItself(path) else { throw failure }
    for name in try listFolder(path, hidden: true) { try remove(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
}

/// Removes a file that a failed run does not need. An error is ignored, because the failure of the run is what must be
/// reported.
func discardFile(_ path: String) { unlink(path) }

/// Removes an empty folder that a failed run made. An error is ignored, also if the folder is not empty.
func discardEmptyFolder(_ path: String) { rmdir(path) }

/// Renames a file or folder. Something at `new` is replaced: a file by a file, an empty folder by a folder.
func renameFile(_ old: String, _ new: String) throws(FileError) {
    guard rename(old, new) == 0 else { throw FileError("rename", old) }
}

/// Exchanges two files or folders in one step, so that both paths exist at every moment.
///
/// - Returns: false if the file system cannot do that.
func exchangeFiles(_ first: String, _ second: String) throws(FileError) -> Bool {
    let code = platform_exchange(first, second)
    if code == 0 { return true }
    guard code == EINVAL || code == ENOSYS || code == ENOTSUP else { throw FileError("write", second, code: code) }
    return false
}

/// The path that a chain of symbolic links leads to; the path itself if nothing is there yet.
package func resolvingLinks(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else {
        if errno == ENOENT { return path }
        throw FileError("look at", path)
    }
    defer { free(resolved) }
    return String(cString: resolved)
}
