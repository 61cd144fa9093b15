import Glibc

/// Replaces the content of a file by one rename, so that at every moment the old or the new content is there, whole. Its mode stays; a
/// link stays a link.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = try resolvingLinks(path)
    var status = stat()
    guard stat(target, &status) == 0 else { throw FileError("look at", path) }
    let temporary = folder(of: target) + "/." + name(of: target) + ".new"
    // What a run that was killed left behind is in the way.
    if unlink(temporary) != 0, errno != ENOENT { throw FileError("remove", temporary) }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError("write", temporary) }
    do throws(FileError) {
        try write(bytes, to: descriptor, temporary)
        guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
            throw FileError("write", temporary)
        }
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
}
