import Synchronization

/// Writes files into a new output that starts with the files of the old one. An existing file is replaced and never written into, because the old
/// output, which people are reading, shares it.
package final class AmendedFolder: OutputSink {
    private let writer: FolderWriter
    private let ownership: FileOwnership
    private let grown = Atomic(0)

    /// - Parameter ownership: the mode and owner of a file that this run made.
    init(_ writer: FolderWriter, like ownership: FileOwnership) {
        self.writer = writer
        self.ownership = ownership
    }

    /// By how many bytes the output has grown.
    package var growth: Int { grown.load(ordering: .relaxed) }

    package func write(_ file: OutputFile) throws(FileError) { try write(file.path, pieces: [file.bytes]) }

    package func write(_ name: String, pieces: [[UInt8]]) throws(FileError) {
        let path = joined(writer.folder, name)
        if isFile(path, pieces: pieces, like: ownership) { return }
        let old = try status(ofFile: path)
        if old != nil { try removeFile(path) }
        try writer.write(name, pieces: pieces)
        let change = pieces.reduce(0) { $0 + $1.count } - Int(old?.st_size ?? 0)
        grown.add(change, ordering: .relaxed)
    }
}
