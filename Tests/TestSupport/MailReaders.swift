import Foundation
import PlaybookCore

/// Three independent mail readers: Python's `email`, GMime and mblaze.
package enum MailReaders {
    package static var areThere: Bool {
        Places.exists(URL(fileURLWithPath: "/usr/bin/mshow"))
            && Places.exists(URL(fileURLWithPath: "/usr/lib/python3/dist-packages/gi"))
    }

    /// Has all three read messages. The output says how many they read in the same way; the errors say where they differ.
    package static func read(_ messages: [OutputFile]) throws -> Program.Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for message in messages { try Data(message.bytes).write(to: folder.appending(path: message.path)) }
        return try read(folder)
    }

    /// The same for all messages below a folder.
    package static func read(_ folder: URL) throws -> Program.Outcome {
        let script = Places.repository.appending(path: "Tests/Mail/readers.py").path
        return try Program.run(URL(fileURLWithPath: "/usr/bin/python3"), [script, folder.path])
    }
}
