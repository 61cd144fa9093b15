import Glibc

/// Replaces the content of a file with one rename, so that at every moment, even after a power failure, the file has
/// either all of its old content or all of its new content. The file keeps its mode and owner; a link stays a link.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = try resolvingLinks(path)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileError("look at", path) }
    // Named by a hash of the file's name, because the name itself may have the greatest possible length, and a user may
    // have a file with a similar name.
    let temporary = joined(folder(of: target), ".playbook-fix-" + sha256(Array(name(of: target).utf8)).prefix(16))
    // A killed run may have left such a file behind.
    try removeFile(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError("write", temporary) }
    do throws(FileError) {
        try write(bytes, to: descriptor, temporary)
        // A user who may write another user's file may not be allowed to give them the new one. It then belongs to the
        // user who wrote it.
        guard fchown(descriptor, status.st_uid, status.st_gid) == 0 || errno == EPERM,
            fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0
        else { throw FileError("write", temporary) }
    } catch {
        close(descriptor)
        // The error to report is the failure above; the next run removes the leftover.
        unlink(temporary)
        throw error
    }
    guard close(descriptor) == 0, rename(temporary, target) == 0 else {
        let failure = FileError("write", path)
        unlink(temporary)
        throw failure
    }
    try syncFolder(folder(of: target))
}
