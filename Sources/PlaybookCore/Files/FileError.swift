import Glibc

/// The machine refused to do something with a file: no permission, a full disk, a file that went away.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, as the words of `cannot … PATH`, such as `read`.
    package let action: String
    package let path: String
    /// The value of errno.
    package let code: Int32

    package init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// Why the machine refused, in its own words, such as `Permission denied`.
    package var reason: String { String(cString: strerror(code)) }

    /// True where a path has nothing at its end, or is a circle of links.
    package var leadsNowhere: Bool { [ENOENT, ENOTDIR, ELOOP].contains(code) }

    /// One line: `cannot read content/playbook.yml: Permission denied`.
    package var description: String { "cannot \(action) \(path): \(reason)" }
}
