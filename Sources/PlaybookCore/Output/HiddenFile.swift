/// Writes a file of the program's own into a folder of its own, whole or not at all, in place of an older one. Git is told to pass the folder
/// over.
package func writeHidden(_ bytes: [UInt8], in folder: String, name: String) throws(FileError) {
    // A link may lead to a folder of somebody else.
    if let status = try status(ofFile: folder), !status.isFolder { throw FileError.taken("make the folder", folder) }
    try makeFolders(folder)
    let ignored = joined(folder, ".gitignore")
    if try status(ofFile: ignored) == nil { try writeFile(ignored, Array("*\n".utf8)) }
    let draft = joined(folder, ".\(name).playbook-new")
    try removeFile(draft)
    do throws(FileError) {
        try writeFile(draft, bytes)
        try renameFile(draft, joined(folder, name))
    } catch {
        // The user must hear of the failure above.
        discardFile(draft)
        throw error
    }
}
