import Glibc

/// A folder of this program's own, in which a new output is written beside the old one. After the two have changed places it holds the old
/// one, until that is removed.
struct WorkFolder: Sendable, Hashable {
    /// Marks a folder as made here, so that no folder that somebody else filled is ever replaced or removed.
    static let marker = ".made-by-playbook"
    /// Stands in a new output until it is in its place, wherever it is by then. It holds the path of the output folder whose record
    /// (`ExchangeRecord`) knows of it.
    static let token = ".not-in-its-place-yet"
    static let prefix = ".playbook-work-"

    let path: String

    /// Where an old output stands while a new one takes its place, on file systems that cannot exchange two folders.
    var aside: String { path + "-old" }

    /// Makes a new folder. One that is there already, whoever made it, is left alone: no name that can be guessed is ever trusted.
    static func make(in folder: String, prefix: String = prefix) throws(FileError) -> WorkFolder {
        for number in 1... {
            let path = joined(folder, prefix + "\(number)")
            if mkdir(path, 0o777) == 0 {
                do throws(FileError) {
                    try writeFile(joined(path, marker), [])
                } catch {
                    unlink(joined(path, marker))
                    rmdir(path)
                    throw error
                }
                return WorkFolder(path: path)
            }
            guard errno == EEXIST else { throw FileError("make the folder", path) }
        }
        throw FileError("make the folder", folder, code: EEXIST)
    }

    /// What killed runs left in a folder. The caller holds its lock.
    ///
    /// - Parameter root: the output folder of the run that asks: what waits for another one is none of its leftovers.
    static func leftovers(
        in folder: String, of root: String, prefix: String = prefix
    ) throws(FileError) -> [WorkFolder] {
        var found: [WorkFolder] = []
        for name in try listFolder(folder, hidden: true) where name.utf8.starts(with: prefix.utf8) {
            let work = WorkFolder(path: joined(folder, name))
            guard try isFolderItself(work.path), try isOurs(work.path), try !work.isAwaited(butFor: root) else {
                continue
            }
            found.append(work)
        }
        return found
    }

    /// True for a folder that this program made, and for an empty one, which holds nothing that could be lost.
    static func isOurs(_ path: String) throws(FileError) -> Bool {
        if try status(ofFile: joined(path, marker)) != nil { return true }
        return try listFolder(path, hidden: true).isEmpty
    }

    /// Throws unless nothing is at a path, or a folder that may be replaced.
    static func check(_ target: String) throws {
        guard try status(ofFile: target) != nil else { return }
        guard try kind(ofFile: target) == .folder else { throw StagingError.notAFolder(target) }
        guard try isOurs(target) else { throw StagingError.foreign(target) }
    }

    /// Removes it with everything in it, the marker last: what a kill leaves of it can still be recognised as ours.
    func remove() throws(FileError) { try Self.remove(path) }

    static func remove(_ path: String) throws(FileError) {
        guard try isFolderItself(path), try isOurs(path) else { return }
        for name in try listFolder(path, hidden: true) where name != marker {
            try PlaybookCore.remove(joined(path, name))
        }
        try PlaybookCore.remove(path)
    }

    private func isAwaited(butFor root: String) throws(FileError) -> Bool {
        let token = joined(path, Self.token)
        guard let status = try status(ofFile: token), status.st_mode & S_IFMT == S_IFREG else { return false }
        let owner = String(decoding: try readFile(token), as: UTF8.self)
        if owner.utf8.elementsEqual(root.utf8) { return false }
        return try ExchangeRecord.isThere(in: owner)
    }
}
