import Foundation

/// The text that is kept in a file, to compare a current text with it; empty if there is no such file.
///
/// - Parameter text: the text to write to the file if PLAYBOOK_UPDATE_SNAPSHOTS is set.
package func keptText(of file: URL, updating text: String) throws -> String {
    if ProcessInfo.processInfo.environment["PLAYBOOK_UPDATE_SNAPSHOTS"] != nil {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return Places.exists(file) ? String(decoding: try Data(contentsOf: file), as: UTF8.self) : ""
}
