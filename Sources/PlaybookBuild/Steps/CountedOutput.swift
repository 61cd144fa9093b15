import PlaybookCore
import Synchronization

/// The size of an output.
package struct OutputSize: Sendable, Hashable {
    package internal(set) var files = 0
    package internal(set) var bytes = 0
    /// The number of HTML files.
    package internal(set) var pages = 0
}

/// Passes files on to another sink and counts them.
final class CountedOutput: OutputSink {
    private let sink: any OutputSink
    private let recorder: StepRecorder
    /// True if each file is a unit of progress of the current step.
    private let isProgress: Bool
    private let counted = Mutex(OutputSize())

    init(_ sink: any OutputSink, _ recorder: StepRecorder, isProgress: Bool) {
        self.sink = sink
        self.recorder = recorder
        self.isProgress = isProgress
    }

    var size: OutputSize { counted.withLock { $0 } }

    func write(_ file: OutputFile) throws(FileError) {
        try sink.write(file)
        count(file.path, file.bytes.count)
    }

    func write(_ path: String, pieces: [[UInt8]]) throws(FileError) {
        try sink.write(path, pieces: pieces)
        count(path, pieces.reduce(0) { $0 + $1.count })
    }

    private func count(_ path: String, _ bytes: Int) {
        counted.withLock { size in
            size.files += 1
            size.bytes += bytes
            if path.endsWithBytes(of: ".html") { size.pages += 1 }
        }
        recorder.count(files: 1, bytes: bytes)
        if isProgress { recorder.advance() }
    }
}
