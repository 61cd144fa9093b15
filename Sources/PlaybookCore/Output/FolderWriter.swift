import Synchronization

/// Writes files below a folder as soon as they are made, from several threads at once, so that the files need not all
/// be in memory.
package struct FolderWriter: OutputSink {
    let folder: String
    /// The output that this one replaces. A file that is the same there is not written again.
    private let old: Old?
    private let state = State()

    /// Shared by all copies of a writer.
    private final class State: Sendable {
        let isClosed = Atomic(false)
    }

    private struct Old {
        let folder: String
        /// The mode and owner of a file that this run made.
        let ownership: FileOwnership
    }

    init(folder: String) {
        self.folder = folder
        old = nil
    }

    /// - Parameters:
    ///   - old: the path of the old output; it need not exist.
    ///   - model: a file that this run made.
    init(folder: String, keepingFilesOf old: String, like model: String) throws(FileError) {
        self.folder = folder
        self.old = try status(ofFile: model).map { Old(folder: old, ownership: FileOwnership($0)) }
    }

    /// Writes one file, and makes the missing folders above it.
    ///
    /// - Throws: `FileError`, also if the path was written before, if the writer is closed, or if the program is asked to stop.
    package func write(_ file: OutputFile) throws(FileError) { try write(file.path, pieces: [file.bytes]) }

    package func write(_ name: String, pieces: [[UInt8]]) throws(FileError) {
        let path = joined(folder, name)
        guard !state.isClosed.load(ordering: .acquiring) else { throw FileError.closed("write", path) }
        guard Interruption.noted == nil else { throw FileError.cancelled("write", path) }
        do {
            try put(name, path, pieces)
        } catch  where error.isOfMissingFile {
            // This is the first file of its folder.
            try makeFolders(PlaybookCore.folder(of: path))
            try put(name, path, pieces)
        }
    }

    private func put(_ name: String, _ path: String, _ pieces: [[UInt8]]) throws(FileError) {
        if let old, try keepFile(joined(old.folder, name), as: path, pieces: pieces, like: old.ownership) { return }
        try writeFile(path, pieces: pieces)
    }

    /// Writes files, one after the other.
    package func write(_ files: [OutputFile]) throws(FileError) {
        for file in files { try write(file) }
    }

    /// Makes every further write fail, because the folder is about to be put in its place or removed.
    func close() { state.isClosed.store(true, ordering: .releasing) }
}
