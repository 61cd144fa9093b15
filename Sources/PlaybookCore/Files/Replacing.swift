import Glibc

/// Replaces the content of a file by one rename, so that at every moment the old or the new content is there, whole, also after a power
/// failure. Its mode and owner stay; a link stays a link.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = try resolvingLinks(path)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileError("look at", path) }
    // Of the name's hash: the name itself may be as long as a name can be, and a file of a user's could be called like it.
    let temporary = joined(folder(of: target), ".playbook-fix-" + sha256(Array(name(of: target).utf8)).prefix(16))
    // What a run that was killed left behind is in the way.
    try removeFile(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError("write", temporary) }
    do throws(FileError) {
        try write(bytes, to: descriptor, temporary)
        // Who may write a file of somebody else's may not give it to them; then it is the writer's.
        guard fchown(descriptor, status.st_uid, status.st_gid) == 0 || errno == EPERM,
            fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0
        else { throw FileError("write", temporary) }
    } catch {
        close(descriptor)
        // The failure is what the user must know; the leftover is removed by the next run.
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
