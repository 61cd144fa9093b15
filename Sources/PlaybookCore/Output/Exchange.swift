/// A new output that is to take the place of an old one.
///
/// A token file in the new output marks it, so that a run that finds both after a crash can tell which is which.
struct Exchange: Sendable, Hashable {
    /// The path below the output folder, such as `_digests/2026-11`.
    let name: String
    let work: WorkFolder
    /// Where the output stands, links resolved.
    let target: String

    /// Puts the new output in its place. An old one is in the work folder afterwards. A failure may leave the two
    /// half exchanged; `undo` takes that back.
    func make() throws(FileError) {
        if try status(ofFile: target) == nil { return try renameFile(work.path, target) }
        try swap()
    }

    /// Takes back what `make` did, however far it got.
    func undo() throws(FileError) {
        if try hasToken(target) {
            if try status(ofFile: work.path) == nil { try renameFile(target, work.path) } else { try swap() }
        }
        if try status(ofFile: target) == nil, try status(ofFile: work.aside) != nil, try !hasToken(work.aside) {
            try renameFile(work.aside, target)
        }
    }

    /// Puts the new output in its place, wherever a crash left it.
    func finish() throws(FileError) {
        if try hasToken(work.aside) {
            // The crash came while the exchange was being taken back.
            if try status(ofFile: target) != nil { try renameFile(target, work.path) }
            try renameFile(work.aside, target)
        } else if try hasToken(work.path) {
            try make()
        }
    }

    /// Removes the token, so that the next run takes this output for an old one.
    func removeToken() throws(FileError) {
        try removeFile(joined(target, WorkFolder.token))
    }

    private func hasToken(_ folder: String) throws(FileError) -> Bool {
        try status(ofFile: joined(folder, WorkFolder.token)) != nil
    }

    private func swap() throws(FileError) {
        if try exchangeFiles(work.path, target) { return }
        // The file system cannot exchange two folders: one is moved aside, and for an instant nothing is at the
        // target.
        try renameFile(target, work.aside)
        try renameFile(work.path, target)
        try renameFile(work.aside, work.path)
    }
}
