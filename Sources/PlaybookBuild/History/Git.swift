import Foundation
import PlaybookCore

/// The output of Git in a folder; nil if Git fails or is not installed. A user's settings for reading histories, such
/// as signatures, colours, encodings or other names for authors, do not change it, and nothing is fetched over the
/// network.
///
/// - Parameter environment: the variables that this program was started with.
func gitOutput(in folder: String, _ environment: [String: String], _ arguments: [String]) -> [UInt8]? {
    let run = runGit(in: folder, environment, arguments, reading: \.standardOutput)
    return run?.code == 0 ? run?.bytes : nil
}

/// Git's error message in a folder, in English; nil if Git does not fail or is not installed.
func gitComplaint(in folder: String, _ environment: [String: String], _ arguments: [String]) -> String? {
    // `env` ends with 127 if Git is not installed.
    guard let run = runGit(in: folder, environment, arguments, reading: \.standardError), run.code != 0, run.code != 127
    else {
        return nil
    }
    return String(decoding: run.bytes, as: UTF8.self)
}

private func runGit(
    in folder: String, _ environment: [String: String], _ arguments: [String],
    reading stream: ReferenceWritableKeyPath<Process, Any?>
) -> (code: Int32, bytes: [UInt8])? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder, "--no-pager"] + settings.flatMap { ["-c", $0] } + arguments
    git.environment = gitEnvironment(environment)
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

/// Overrides of settings that `git log` would otherwise take from the user, the machine or the repository.
private let settings = [
    "log.showSignature=false", "log.showRoot=true", "log.follow=false", "log.diffMerges=off", "log.mailmap=true",
    "mailmap.file=", "mailmap.blob=", "i18n.logOutputEncoding=UTF-8", "color.ui=false", "core.quotePath=false",
    "core.fsmonitor=false",
]

/// An environment without variables that lead Git to another repository, or that change how it reads or prints.
/// Variables that choose the configuration, and with it the trusted folders, are kept.
func gitEnvironment(_ environment: [String: String]) -> [String: String] {
    let kept = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_EXEC_PATH"]
    let prefixes = ["GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"]
    var result = environment.filter { name, _ in
        !name.hasPrefix("GIT_") || kept.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }
    // The program reads Git's messages, so they must be in one language.
    result["LC_ALL"] = "C"
    result["LANGUAGE"] = nil
    result["GIT_OPTIONAL_LOCKS"] = "0"
    result["GIT_NO_LAZY_FETCH"] = "1"
    result["GIT_TERMINAL_PROMPT"] = "0"
    return result
}
