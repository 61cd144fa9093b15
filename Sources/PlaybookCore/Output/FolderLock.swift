import Glibc

/// Holds a folder for one run. What is locked is an empty file that no run moves: a folder that takes another's place takes its lock along.
struct FolderLock: Sendable {
    static let fileName = ".playbook.lock"

    /// The folder that is held.
    let folder: String
    private let descriptor: Int32

    private var path: String { joined(folder, Self.fileName) }

    /// Takes the lock of a folder, or says that another run has it.
    ///
    /// - Throws: `StagingError`, `FileError`.
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
            // The run that had the lock has removed the file between our opening and our locking it.
            close(descriptor)
        }
    }

    /// Lets the folder go. The file goes first, as long as it is ours.
    func release() throws(FileError) {
        defer { close(descriptor) }
        try removeFile(path)
    }

    private static func open(_ path: String) throws(FileError) -> Int32 {
        let flags = O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        var descriptor = Glibc.open(path, O_RDWR | flags, 0o666)
        // The file of another user who was killed: to read it is enough for a lock, but on NFS.
        if descriptor < 0, errno == EACCES { descriptor = Glibc.open(path, O_RDONLY | flags, 0o666) }
        guard descriptor >= 0 else { throw FileError("lock", path) }
        return descriptor
    }

    /// Locks an open file; false where it is no longer the one at its path.
    private static func isLocked(_ descriptor: Int32, _ path: String, of folder: String) throws -> Bool {
        var own = stat()
        guard fstat(descriptor, &own) == 0 else { throw FileError("lock", path) }
        guard own.st_mode & S_IFMT == S_IFREG, own.st_size == 0 else { throw StagingError.foreign(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { throw StagingError.busy(folder) }
            throw FileError("lock", path)
        }
        let there = try status(ofFile: path)
        return there?.st_ino == own.st_ino && there?.st_dev == own.st_dev
    }
}
