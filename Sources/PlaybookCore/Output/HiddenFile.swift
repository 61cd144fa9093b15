/// Writes one of the program's internal files into one of its internal folders, either completely or not at all, and replaces an older file. The
/// folder gets a `.gitignore`, so that Git ignores it.
///
/// - Parameter next: returns the next bytes of the file, and nil at its end.
package func writeHidden(in folder: String, name: String, _ next: () -> [UInt8]?) throws(FileError) {
    // A link may lead to a folder that is not the program's own.
    if let status = try status(ofFile: folder), !status.isFolder { throw FileError.taken("make the folder", folder) }
    try makeFolders(folder)
    let ignored = joined(folder, ".gitignore")
    if try status(ofFile: ignored) == nil { try writeFile(ignored, Array("*\n".utf8)) }
    let draft = joined(folder, ".\(name).playbook-new")
    try removeFile(draft)
    do throws(FileError) {
        try writeFile(draft, next)
        try renameFile(draft, joined(folder, name))
    } catch {
        // The error to report is the failure above.
        discardFile(draft)
        throw error
    }
}
