import Glibc

/// The machine refused to do something with a file: no permission, a full disk, a file that went away.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, as the words of `cannot … PATH`, such as `read`.
    public let action: String
    public let path: String
    /// The value of errno.
    public let code: Int32

    public init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// One line: `cannot read content/playbook.yml: Permission denied`.
    public var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
}
