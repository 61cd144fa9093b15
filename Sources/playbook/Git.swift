import Foundation
import PlaybookCore

/// What Git prints in a folder; nil where it fails or is not there. What a user set for reading histories, such as signatures, colours,
/// encodings or other names for authors, changes nothing, and nothing is fetched from elsewhere.
func gitOutput(in folder: String, _ arguments: [String]) -> [UInt8]? {
    let run = runGit(in: folder, arguments, reading: \.standardOutput)
    return run?.code == 0 ? run?.bytes : nil
}

/// Why Git fails in a folder, in its own words and in English; nil where it does not fail, or is not there.
func gitComplaint(in folder: String, _ arguments: [String]) -> String? {
    // `env` ends with 127 where it finds no Git.
    guard let run = runGit(in: folder, arguments, reading: \.standardError), run.code != 0, run.code != 127 else {
        return nil
    }
    return String(decoding: run.bytes, as: UTF8.self)
}

private func runGit(
    in folder: String, _ arguments: [String], reading stream: ReferenceWritableKeyPath<Process, Any?>
) -> (code: Int32, bytes: [UInt8])? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder, "--no-pager"] + settings.flatMap { ["-c", $0] } + arguments
    git.environment = gitEnvironment(ProcessInfo.processInfo.environment)
    git.standardInput = FileHandle.nullDevice
    git.standardOutput = FileHandle.nullDevice
    git.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    git[keyPath: stream] = pipe
    do {
        try git.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        git.waitUntilExit()
        return (git.terminationStatus, Array(bytes))
    } catch {
        return nil
    }
}

/// What `git log` would otherwise take from the settings of the user, the machine or the repository.
private let settings = [
    "log.showSignature=false", "log.showRoot=true", "log.follow=false", "log.diffMerges=off", "log.mailmap=true",
    "mailmap.file=", "mailmap.blob=", "i18n.logOutputEncoding=UTF-8", "color.ui=false", "core.quotePath=false",
    "core.fsmonitor=false",
]

/// The environment without what leads Git to another repository, or makes it read or print in another way. What says which configuration
/// holds, and so whose folders are trusted, stays.
func gitEnvironment(_ environment: [String: String]) -> [String: String] {
    let kept = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_EXEC_PATH"]
    let prefixes = ["GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"]
    var result = environment.filter { name, _ in
        !name.hasPrefix("GIT_") || kept.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }
    // Its messages are read, so they are asked for in one language.
    result["LC_ALL"] = "C"
    result["LANGUAGE"] = nil
    result["GIT_OPTIONAL_LOCKS"] = "0"
    result["GIT_NO_LAZY_FETCH"] = "1"
    result["GIT_TERMINAL_PROMPT"] = "0"
    return result
}
