import Foundation

/// The program as built for the tests, run as users run it.
package struct Program {
    package struct Outcome: Sendable {
        package let code: Int32
        package let output: String
        package let errors: String
    }

    /// Runs `playbook` and waits for it.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - folder: the folder that it runs in.
    package static func run(
        _ arguments: [String], input: Data = Data(), in folder: URL = Places.repository
    ) throws -> Outcome {
        try run(executable(), arguments, input: input, in: folder)
    }

    /// Runs any program and waits for it.
    package static func run(
        _ executable: URL, _ arguments: [String], input: Data = Data(), in folder: URL = Places.repository
    ) throws -> Outcome {
        // Files instead of pipes, because a full pipe that nobody reads would block the program.
        let place = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let files = ["in", "out", "err"].map { place.appending(path: $0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
        return Outcome(code: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
    }

    /// The program, or another one of the package, beside the test program.
    package static func executable(_ name: String = "playbook") throws -> URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appending(path: name)
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
