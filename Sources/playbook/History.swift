import Foundation
import PlaybookCore
import PlaybookSite

/// When each chapter was last changed, and by whom, by its path below `chapters/`: one pass of `git log`. Nothing where the folder is in
/// no repository, or there is no Git: a history is an addition, no page needs it.
func lastChanges(in content: String) async -> [String: LastChange] {
    await Task.detached {
        // A shallow clone credits its oldest commit with all that came before: no date is better than a wrong one.
        guard let shallow = git(in: content, ["rev-parse", "--is-shallow-repository"]),
            String(decoding: shallow, as: UTF8.self).hasPrefix("false"),
            let log = git(
                in: content, ["log", "-z", "--name-only", "--relative", "--no-renames", format, "--", "chapters"])
        else { return [:] }
        return lastChanges(log)
    }.value
}

/// The parts of the log end in NUL: `commit`, seconds, time and author of each commit, then the paths that it changed.
private let format = "--format=%x01%x00%at%x00%aI%x00%aN%x00"

func lastChanges(_ log: [UInt8]) -> [String: LastChange] {
    let parts = log.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    var changes: [String: LastChange] = [:]
    var current: LastChange?
    var index = 0
    while index < parts.count {
        let part = parts[index].drop { $0 == "\n" }
        index += 1
        if part == "\u{1}", index + 2 < parts.count {
            current = Int(parts[index]).map {
                // Nobody can correct a name in a history, so it is shown without what could harm a page.
                LastChange(
                    seconds: $0, time: parts[index + 1], author: withoutForbiddenScalars(parts[index + 2]))
            }
            index += 3
        } else if let path = part.removingBytes(ofPrefix: "chapters/"), let current {
            // The log begins with the newest.
            if changes[path] == nil { changes[path] = current }
        }
    }
    return changes
}

/// What Git prints, or nil where it fails or is not there.
private func git(in folder: String, _ arguments: [String]) -> [UInt8]? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder] + arguments
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    git.standardInput = FileHandle.nullDevice
    do {
        try git.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        git.waitUntilExit()
        return git.terminationStatus == 0 ? Array(bytes) : nil
    } catch {
        return nil
    }
}
