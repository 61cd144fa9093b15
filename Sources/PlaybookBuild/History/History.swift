import PlaybookCore
import PlaybookModel
import PlaybookSite

extension Rule {
    /// A Git repository whose history cannot be read.
    static let missingHistory = Rule(
        "missing-history",
        "The content is in a Git repository, but its history is not there or cannot be read.",
        severity: .warning, canBeLowered: true,
        why: "Pages do not say when and by whom they were changed, and there is no feed.",
        example: "uses: actions/checkout@v4",
        instead: """
            uses: actions/checkout@v4
            with: {fetch-depth: 0}
            """)
}

/// The last change of each chapter, by its path below `chapters/`, or why it is unknown.
struct History: Sendable {
    var changes: [String: LastChange] = [:]
    /// Why an existing history cannot be read. Empty if the folder is not in a repository or Git is not installed,
    /// because no page needs a history.
    var diagnostics: [Diagnostic] = []
}

/// Reads the history of a content folder with one run of `git log`.
///
/// - Parameter environment: the variables that this program was started with.
func readHistory(of content: String, environment: [String: String]) async -> History {
    await Task.detached {
        func missing(_ message: String, help: String?) -> History {
            History(diagnostics: [Diagnostic(.missingHistory, message, at: Place(file: content), help: help)])
        }
        let question = ["rev-parse", "--is-shallow-repository"]
        guard let answer = gitOutput(in: content, environment, question) else {
            guard let complaint = gitComplaint(in: content, environment, question),
                !complaint.contains("not a git repository (or any")
            else { return History() }
            guard complaint.contains("dubious ownership") else {
                return missing("Git cannot read the history" + said(complaint), help: nil)
            }
            return missing(
                "the repository belongs to another user, so Git does not read its history",
                help: "if you trust it: git config --global --add safe.directory \"$(pwd)\", in its top folder")
        }
        // In a shallow clone, the oldest commit seems to have made all earlier changes. No date is better than a wrong
        // one.
        guard String(decoding: answer, as: UTF8.self).hasPrefix("false") else {
            return missing(
                "this clone is shallow: it does not have the whole history",
                help: "run `git fetch --unshallow`; in GitHub Actions give actions/checkout `fetch-depth: 0`")
        }
        guard let log = gitOutput(in: content, environment, logArguments) else {
            let complaint = gitComplaint(in: content, environment, logArguments) ?? ""
            if complaint.contains("does not have any commits yet") { return History() }
            return missing("Git cannot read the history" + said(complaint), help: nil)
        }
        return History(changes: lastChanges(log))
    }.value
}

/// A text that changes when the result of `readHistory` may change: the commit that is checked out, and the `.mailmap` file, which renames authors.
func historyState(of content: String, environment: [String: String]) async -> String {
    await Task.detached {
        let question = ["rev-parse", "--is-shallow-repository", "HEAD", "--show-toplevel"]
        guard let answer = gitOutput(in: content, environment, question) else {
            return gitComplaint(in: content, environment, question) ?? "no Git"
        }
        let text = String(decoding: answer, as: UTF8.self)
        let top = text.split(separator: "\n").last.map(String.init) ?? ""
        do throws(FileError) { return text + sha256(try readFile(joined(top, ".mailmap"))) } catch { return text }
    }.value
}

/// The first line of Git's message, in a form that continues a sentence.
private func said(_ complaint: String) -> String {
    let line = complaint.split(whereSeparator: \.isNewline).first ?? ""
    let reason = line.hasPrefix("fatal: ") ? line.dropFirst("fatal: ".count) : line
    return reason.isEmpty ? "" : ": \(reason)"
}

private let logArguments = [
    "log", "-z", "--name-only", "--relative", "--no-renames", "--no-show-signature", "--no-ext-diff", "--no-color",
    "--encoding=UTF-8", format, "--", ContentPart.chapters.rawValue,
]

/// Each part of the log ends in NUL: `commit`, seconds, time and author of each commit, and then the paths that it
/// changed.
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
                // A name in a history cannot be corrected, so characters that could harm a page are left out.
                LastChange(
                    seconds: $0, time: parts[index + 1], author: withoutForbiddenScalars(parts[index + 2]))
            }
            index += 3
        } else if let path = ContentPart.chapters.path(of: String(part)), let current {
            // The log starts with the newest commit.
            if changes[path] == nil { changes[path] = current }
        }
    }
    return changes
}
