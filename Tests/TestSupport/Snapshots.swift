import Foundation

/// The text that a file keeps, to hold a text of today against; empty where there is no such file.
///
/// - Parameter text: what the file shall keep from now on where PLAYBOOK_UPDATE_SNAPSHOTS is set.
package func keptText(of file: URL, updating text: String) throws -> String {
    if ProcessInfo.processInfo.environment["PLAYBOOK_UPDATE_SNAPSHOTS"] != nil {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return Places.exists(file) ? String(decoding: try Data(contentsOf: file), as: UTF8.self) : ""
}
