import CPlatform
import Glibc

/// A folder that is written beside the one it will replace, and put in its place by one rename: at every moment the old
/// one or the new one is there, whole. If it is not put in place, it goes away and the old one stays as it was.
public struct StagedFolder: ~Copyable {
    /// Marks a folder as made here, so that no folder that somebody else filled is ever replaced.
    private static let marker = ".made-by-playbook"

    private let target: String
    private let staging: String
    private let lock: Int32

    private init(target: String, staging: String, lock: Int32) {
        self.target = target
        self.staging = staging
        self.lock = lock
    }

    /// An empty folder beside `target`.
    ///
    /// - Throws: `StagingError` when `target` is not ours to replace, or another run is writing it; `FileError`.
    public static func replacing(_ target: String) throws -> StagedFolder {
        let staged = try empty(beside: target)
        try staged.write([OutputFile(path: marker, bytes: [])])
        return staged
    }

    /// An empty folder beside `target`, where nothing is yet. It belongs to its user from then on: no later run replaces it.
    ///
    /// - Throws: `StagingError` when `target` has something in it; `FileError`.
    public static func creating(_ target: String) throws -> StagedFolder {
        if try kind(ofFile: target) != nil, try !everything(in: target).isEmpty { throw StagingError.foreign(target) }
        return try empty(beside: target)
    }

    private static func empty(beside target: String) throws -> StagedFolder {
        try makeFolders(folder(of: target))
        let target = try resolvingLinks(target)
        if try kind(ofFile: target) != nil { try checkOwnership(of: target) }
        let staging = folder(of: target) + "/." + name(of: target) + ".staging"
        if mkdir(staging, 0o777) != 0, errno != EEXIST { throw FileError("write", staging) }
        let lock = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw FileError("write", staging) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw StagingError.busy(target)
        }
        let staged = StagedFolder(target: target, staging: staging, lock: lock)
        // What a run that was killed left behind.
        for leftover in try everything(in: staging) { try remove(staging + "/" + leftover) }
        return staged
    }

    deinit {
        close(lock)
        // Nothing more can be done about a folder that cannot be removed; the next run tries again and says why.
        try? remove(staging)
    }

    /// Writes files; their paths are below this folder.
    public func write(_ files: [OutputFile]) throws {
        for file in files { try writer.write(file) }
    }

    /// Writes into this folder from several threads at once, for as long as the folder is there.
    public var writer: FolderWriter { FolderWriter(folder: staging) }

    /// Puts this folder in the place of the old one, and removes the old one.
    public consuming func commit() throws(FileError) {
        if try kind(ofFile: target) == nil {
            guard rename(staging, target) == 0 else { throw FileError("write", target) }
        } else if try Self.everything(in: target).isEmpty {
            // Somebody made it, perhaps stands in it: it stays the folder that it is, and is filled.
            for entry in try Self.everything(in: staging) {
                guard rename(staging + "/" + entry, target + "/" + entry) == 0 else { throw FileError("write", target) }
            }
        } else {
            let code = platform_exchange(staging, target)
            if code == EINVAL || code == ENOSYS {
                // A file system that cannot exchange: two renames, with an instant between them.
                let old = staging + ".old"
                guard rename(target, old) == 0 else { throw FileError("write", target) }
                guard rename(staging, target) == 0 else { throw FileError("write", target) }
                try remove(old)
            } else if code != 0 {
                throw FileError("write", target, code: code)
            }
        }
    }

    private static func checkOwnership(of target: String) throws {
        guard try kind(ofFile: target) == .folder else { throw StagingError.notAFolder(target) }
        let isOurs = try kind(ofFile: target + "/" + marker) != nil
        if try !isOurs && !everything(in: target).isEmpty { throw StagingError.foreign(target) }
    }

    private static func everything(in folder: String) throws(FileError) -> [String] {
        try listFolder(folder, hidden: true)
    }
}

/// Why a folder is not replaced.
public enum StagingError: Error, Sendable, CustomStringConvertible {
    case foreign(String)
    case notAFolder(String)
    case busy(String)

    public var description: String {
        switch self {
        case .foreign(let path):
            "\(path) was not made by playbook, so it is not replaced; move it away, or choose another place"
        case .notAFolder(let path): "\(path) is not a folder; move it away, or choose another place"
        case .busy(let path): "another playbook is writing \(path)"
        }
    }
}

/// The folder of a path; `.` where it has none.
func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : path.pathFolder
}

func name(of path: String) -> String { path.pathName }
