/// The files of a folder, without the files of its subfolders; empty if the folder does not exist.
package func readFiles(in folder: String, where isWanted: (String) -> Bool) throws(FileError) -> [SourceFile] {
    guard try kind(ofFile: folder) == .folder else { return [] }
    var files: [SourceFile] = []
    for name in try listFolder(folder) where isWanted(name) {
        guard try kind(ofFile: folder + "/" + name) == .file else { continue }
        files.append(SourceFile(path: folder + "/" + name, name: name, bytes: try readFile(folder + "/" + name)))
    }
    return files
}
