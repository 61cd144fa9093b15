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

    /// True where nothing is at the path, or its links lead in a circle.
    package var leadsNowhere: Bool { [ENOENT, ENOTDIR, ELOOP].contains(code) }

    /// One line: `cannot read content/playbook.yml: Permission denied`.
    package var description: String { "cannot \(action) \(path): \(reason)" }
}
