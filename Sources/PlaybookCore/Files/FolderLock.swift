import Glibc

/// Locks a folder for one run. The lock is on an empty file in the folder and not on the folder itself, because a lock
/// on a folder would move with it when the folder is renamed.
struct FolderLock: Sendable {
    static let fileName = ".playbook.lock"

    /// The folder that is locked.
    let folder: String
    private let descriptor: Int32

    private var path: String { joined(folder, Self.fileName) }

    /// Locks a folder.
    ///
    /// - Throws: `StagingError` if another run has the lock; `FileError`.
    init(of folder: String) throws {
        self.folder = folder
        let path = joined(folder, Self.fileName)
        while true {
            let descriptor = try Self.open(path)
            do {
                if try Self.isLocked(descriptor, path, of: folder) {
                    self.descriptor = descriptor
                    return
                }
            } catch {
                close(descriptor)
                throw error
            }
            // The run that had the lock removed the file after this run opened it and before this run locked it.
            close(descriptor)
        }
    }

    /// Unlocks the folder. The file is removed first, if it is still the locked one.
    func release() throws(FileError) {
        defer { close(descriptor) }
        try removeFile(path)
    }

    private static func open(_ path: String) throws(FileError) -> Int32 {
        let flags = O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        var descriptor = Glibc.open(path, O_RDWR | flags, 0o666)
        // The file may be left from a killed run of another user. Permission to read it is enough for a lock, except on
        // NFS.
        if descriptor < 0, errno == EACCES { descriptor = Glibc.open(path, O_RDONLY | flags, 0o666) }
        guard descriptor >= 0 else { throw FileError("lock", path) }
        return descriptor
    }

    /// Locks an open file; false if it is no longer the file at its path.
    private static func isLocked(_ descriptor: Int32, _ path: String, of folder: String) throws -> Bool {
        var own = stat()
        guard fstat(descriptor, &own) == 0 else { throw FileError("lock", path) }
        guard own.isFile, own.st_size == 0 else { throw StagingError.foreign(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { throw StagingError.busy(folder) }
            throw FileError("lock", path)
        }
        let there = try status(ofFile: path)
        return there?.isSameFile(as: own) == true
    }
}
