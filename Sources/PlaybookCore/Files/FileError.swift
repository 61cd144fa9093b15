import Glibc

/// The operating system refused to do something with a file: no permission, a full disk, a file that is gone.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, as a verb for `cannot … PATH`, such as `read`.
    package let action: String
    package let path: String
    /// The value of errno.
    package let code: Int32

    package init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// Why it was refused, in the words of the operating system, such as `Permission denied`.
    package var reason: String { String(cString: strerror(code)) }

    /// True if nothing is at the path, or if its links lead in a circle.
    package var leadsNowhere: Bool { [ENOENT, ENOTDIR, ELOOP].contains(code) }

    /// True if nothing is at the path, or if a folder above it is missing.
    var isOfMissingFile: Bool { code == ENOENT }

    /// True if another disk is mounted on one of two folders, so that one folder cannot replace the other.
    var isOfMountedFolder: Bool { code == EBUSY || code == EXDEV }

    /// The error that a file has been closed and cannot be used any more.
    static func closed(_ action: String, _ path: String) -> FileError { FileError(action, path, code: EBADF) }

    /// The error that the program was asked to stop.
    static func cancelled(_ action: String, _ path: String) -> FileError { FileError(action, path, code: ECANCELED) }

    /// The error that something is already at the path.
    static func taken(_ action: String, _ path: String) -> FileError { FileError(action, path, code: EEXIST) }

    /// One line: `cannot read content/playbook.yml: Permission denied`.
    package var description: String { "cannot \(action) \(path): \(reason)" }
}
