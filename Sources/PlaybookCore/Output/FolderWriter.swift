/// Writes files below a folder as they are made, so that nobody has to hold them all.
public struct FolderWriter: Sendable {
    let folder: String

    /// Writes one file, and the folders that it needs.
    public func write(_ file: OutputFile) throws(FileError) {
        let path = folder + "/" + file.path
        do {
            try writeFile(path, file.bytes)
        } catch  where error.code == 2 {
            // ENOENT: the first file of its folder.
            try makeFolders(PlaybookCore.folder(of: path))
            try writeFile(path, file.bytes)
        }
    }
}
