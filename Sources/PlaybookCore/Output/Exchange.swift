/// A new output that will replace an old one.
///
/// A token file in the new output marks it, so that a run that finds both after a crash can tell which is which.
struct Exchange: Sendable, Hashable {
    /// The path below the output folder, such as `_digests/2026-11`.
    let name: String
    let work: WorkFolder
    /// The path of the output, with links resolved.
    let target: String

    /// Puts the new output in its place. The old one, if there is one, is then in the work folder. A failure may leave
    /// the exchange half done; `undo` reverses it.
    func make() throws(FileError) {
        if try status(ofFile: target) == nil { return try renameFile(work.path, target) }
        try swap()
    }

    /// Reverses what `make` did, however far it got.
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
            // The crash happened while the exchange was being reversed.
            if try status(ofFile: target) != nil { try renameFile(target, work.path) }
            try renameFile(work.aside, target)
        } else if try hasToken(work.path) {
            try make()
        }
    }

    /// Removes the token, so that the next run treats this output as an old one.
    func removeToken() throws(FileError) {
        try removeFile(joined(target, WorkFolder.token))
    }

    private func hasToken(_ folder: String) throws(FileError) -> Bool {
        try status(ofFile: joined(folder, WorkFolder.token)) != nil
    }

    private func swap() throws(FileError) {
        if try exchangeFiles(work.path, target) { return }
        // The file system cannot exchange two folders, so one is moved aside, and for a moment nothing is at the
        // target.
        try renameFile(target, work.aside)
        try renameFile(work.path, target)
        try renameFile(work.aside, work.path)
    }
}
