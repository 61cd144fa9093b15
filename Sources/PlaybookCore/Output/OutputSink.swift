import Synchronization

/// Where files go as soon as they are made, from several threads at once: nobody has to hold them all.
package protocol OutputSink: Sendable {
    /// Takes one file. No two have the same path.
    ///
    /// - Throws: `FileError` where it cannot be kept.
    func write(_ file: OutputFile) throws(FileError)

    /// Takes a file in pieces, for one that is too large to be put together first.
    func write(_ path: String, pieces: [[UInt8]]) throws(FileError)
}

extension OutputSink {
    package func write(_ path: String, pieces: [[UInt8]]) throws(FileError) {
        try write(OutputFile(path: path, bytes: Array(pieces.joined())))
    }
}

/// Keeps files in memory.
package final class MemoryOutput: OutputSink {
    private let kept = Mutex<[OutputFile]>([])

    package init() {}

    package func write(_ file: OutputFile) { kept.withLock { $0.append(file) } }

    /// All files, in the order of their paths by UTF-8 bytes: when each came is chance.
    package var files: [OutputFile] { kept.withLock { $0 }.sorted { $0.path.precedes($1.path) } }
}

/// Keeps of each file only what tells whether it is the same as another: for comparing outputs that are too large to hold.
package final class ChecksumOutput: OutputSink {
    private let kept = Mutex<[String: String]>([:])

    package init() {}

    package func write(_ file: OutputFile) {
        let sum = sha256(file.bytes)
        kept.withLock { $0[file.path] = sum }
    }

    /// The SHA-256 of each file, by its path.
    package var sums: [String: String] { kept.withLock { $0 } }
}
