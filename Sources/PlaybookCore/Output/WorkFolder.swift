/// A folder in which a new output is written beside the old one. After the exchange it contains the old output, until
/// that is removed.
struct WorkFolder: Sendable, Hashable {
    /// The file that marks a folder as made by this program, so that no other folder is ever replaced or removed.
    static let marker = ".made-by-playbook"
    /// A file in a new output that is not yet in its place. It contains the path of the output folder whose record
    /// (`ExchangeRecord`) names the output.
    static let token = ".not-in-its-place-yet"
    static let prefix = ".playbook-work-"

    let path: String

    /// Where an old output is kept while a new one takes its place, on file systems that cannot exchange two folders.
    var aside: String { path + "-old" }

    /// Makes a new folder. An existing folder is left alone, whoever made it, because a name that can be guessed is
    /// never trusted.
    static func make(in folder: String, prefix: String = prefix) throws(FileError) -> WorkFolder {
        for number in 1... {
            let path = joined(folder, prefix + "\(number)")
            guard try makeFolderWhereNothingIs(path) else { continue }
            do throws(FileError) {
                try writeFile(joined(path, marker), [])
            } catch {
                discardFile(joined(path, marker))
                discardEmptyFolder(path)
                throw error
            }
            return WorkFolder(path: path)
        }
        throw FileError.taken("make the folder", folder)
    }

    /// The folders that killed runs left in a folder, which the caller has locked.
    ///
    /// - Parameter root: the output folder of this run. Folders that the record of another output folder still names
    ///   are left out.
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

    /// True for a folder that this program made, and for an empty folder, because nothing is lost with it.
    static func isOurs(_ path: String) throws(FileError) -> Bool {
        if try status(ofFile: joined(path, marker)) != nil { return true }
        return try listFolder(path, hidden: true).isEmpty
    }

    /// Throws if something that may not be replaced is at a path.
    static func check(_ target: String) throws {
        guard try status(ofFile: target) != nil else { return }
        guard try kind(ofFile: target) == .folder else { throw StagingError.notAFolder(target) }
        guard try isOurs(target) else { throw StagingError.foreign(target) }
    }

    /// Removes the folder with everything in it. The marker is removed last, so that the remains are still recognised
    /// if the run is killed.
    func remove() throws(FileError) { try Self.remove(path) }

    /// Removes the folder, and what an exchange has moved aside.
    func removeAll() throws(FileError) {
        try remove()
        try Self.remove(aside)
    }

    static func remove(_ path: String) throws(FileError) {
        guard try isFolderItself(path), try isOurs(path) else { return }
        for name in try listFolder(path, hidden: true) where name != marker {
            try PlaybookCore.remove(joined(path, name))
        }
        try PlaybookCore.remove(path)
    }

    private func isAwaited(butFor root: String) throws(FileError) -> Bool {
        let token = joined(path, Self.token)
        guard let status = try status(ofFile: token), status.isFile else { return false }
        let owner = String(decoding: try readFile(token), as: UTF8.self)
        if owner.utf8.elementsEqual(root.utf8) { return false }
        return try ExchangeRecord.isThere(in: owner)
    }
}
