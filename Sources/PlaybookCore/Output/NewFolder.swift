/// Makes a folder that then belongs to the user: no later run replaces it. It is written beside its place and then put
/// there as a whole.
///
/// A folder that already exists must be empty. The new one replaces it with one rename and gets its mode and owner. Two
/// kinds of folders are filled and not replaced: the current folder of this program, and a folder on which another disk
/// is mounted.
///
/// - Parameters:
///   - report: called if a leftover cannot be removed afterwards; the folder is in place nevertheless.
///   - body: writes the files.
/// - Throws: `StagingError` if the place is taken or is inside an output; `FileError`; `Interruption`; and what `body`
///   throws. Nothing new is left at the path then.
package func makeNewFolder(
    _ path: String, reporting report: (FileError) -> Void, _ body: (FolderWriter) throws -> Void
) throws {
    let place = try resolvingPath(path)
    guard !place.isDangling else { throw StagingError.dangling(path) }
    let target = place.path
    if try status(ofFile: target) != nil {
        guard try isFolderItself(target) else { throw StagingError.notAFolder(path) }
        guard try listFolder(target, hidden: true).isEmpty else { throw StagingError.foreign(path) }
    }
    try checkNotInOutput(target)
    let parent = folder(of: target)
    try makeFolders(parent)
    Interruption.watch()
    defer { Interruption.stopWatching() }
    let lock = try FolderLock(of: parent)
    do {
        let prefix = ".playbook-init-"
        for leftover in try WorkFolder.leftovers(in: parent, of: parent, prefix: prefix) { try leftover.remove() }
        let work = try WorkFolder.make(in: parent, prefix: prefix)
        do {
            try fill(target, from: work, body)
        } catch {
            try work.remove()
            throw error
        }
        do throws(FileError) { try work.remove() } catch { report(error) }
    } catch {
        do throws(FileError) { try lock.release() } catch { report(error) }
        if error is FileError, let interruption = Interruption.noted { throw interruption }
        throw error
    }
    do throws(FileError) { try lock.release() } catch { report(error) }
}

private func fill(_ target: String, from work: WorkFolder, _ body: (FolderWriter) throws -> Void) throws {
    let new = joined(work.path, "new")
    try makeFolders(new)
    let writer = FolderWriter(folder: new)
    try body(writer)
    writer.close()
    if let interruption = Interruption.noted { throw interruption }
    try syncFileSystem(of: new)
    if try takePlace(of: target, new) {
        try syncFolder(folder(of: target))
        return
    }
    var moved: [String] = []
    do throws(FileError) {
        for entry in try listFolder(new, hidden: true) {
            try renameFile(joined(new, entry), joined(target, entry))
            moved.append(entry)
        }
    } catch {
        for entry in moved { try renameFile(joined(target, entry), joined(new, entry)) }
        throw error
    }
    try syncFolder(target)
}

/// Puts a new folder in its place with one rename, where nothing or an empty folder was.
///
/// - Returns: false if the empty folder cannot be replaced and has to be filled.
private func takePlace(of target: String, _ new: String) throws(FileError) -> Bool {
    if let old = try status(ofFile: target) {
        // A user whose current folder is replaced sees an empty folder until they leave it.
        guard let here = try status(ofFile: "."), !here.isSameFile(as: old) else {
            return false
        }
        try setOwnerAndMode(of: new, to: old)
    }
    do throws(FileError) {
        try renameFile(new, target)
        return true
    } catch {
        guard error.isOfMountedFolder else { throw error }
        return false
    }
}

/// Throws if a path is inside a folder that builds replace as a whole.
private func checkNotInOutput(_ path: String) throws {
    var above = path
    while above.utf8.count > 1 {
        above = folder(of: above)
        if try status(ofFile: joined(above, WorkFolder.marker)) != nil {
            throw StagingError.holding(output: above, input: path)
        }
    }
}
