import Synchronization

/// Receives files as soon as they are made, from several threads at once, so that the files need not all be in memory.
package protocol OutputSink: Sendable {
    /// Takes one file. No two have the same path.
    ///
    /// - Throws: `FileError` if the file cannot be kept.
    func write(_ file: OutputFile) throws(FileError)

    /// Takes one file in pieces, for a file that is too large to join first.
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

    /// All files, sorted by the UTF-8 bytes of their paths, because the order in which they arrive varies.
    package var files: [OutputFile] { kept.withLock { $0 }.sorted { $0.path.precedes($1.path) } }
}

/// Keeps only a checksum of each file, for comparing outputs that are too large for memory.
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
