import Glibc

/// Gives every file below a folder a second name at the same place below another folder.
///
/// - Parameter new: a folder that this program made. Files that are in it already are left as they are.
/// - Returns: false if the file system cannot give a file two names.
/// - Throws: `FileError` if a folder cannot be listed or made.
func linkFiles(of old: String, into new: String) async throws(FileError) -> Bool {
    var waiting = [""]
    // Folders are copied level by level, each level on all cores.
    while !waiting.isEmpty {
        let results = await waiting.concurrentMap { folder -> Result<[String]?, FileError> in
            do throws(FileError) { return .success(try linkFiles(in: folder, of: old, into: new)) } catch {
                return .failure(error)
            }
        }
        waiting = []
        for result in results {
            guard let folders = try result.get() else { return false }
            waiting += folders
        }
    }
    return true
}

/// The same for one folder.
///
/// - Returns: the folders in it; nil if a file cannot be given two names.
private func linkFiles(in folder: String, of old: String, into new: String) throws(FileError) -> [String]? {
    var folders: [String] = []
    for entry in try folderEntries(folder.isEmpty ? old : joined(old, folder)) {
        let name = folder.isEmpty ? entry.name : joined(folder, entry.name)
        if entry.kind == .folder {
            try makeFolders(joined(new, name))
            folders.append(name)
        } else {
            guard link(joined(old, name), joined(new, name)) == 0 || errno == EEXIST else { return nil }
        }
    }
    return folders
}
