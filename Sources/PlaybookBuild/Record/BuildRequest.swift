import PlaybookCore

/// All that a build's outputs follow from, but for the day: the program, what is asked for, and every file that is read.
package struct BuildRequest: Sendable {
    /// The same for two runs only where they would make the same.
    let hash: String
    /// False where a file was changed so shortly before that a later change could have the same time.
    let isSettled: Bool
}

extension Project {
    /// What a run is about to make. It is asked before anything is read, so that a change during the run shows in the next one.
    ///
    /// - Parameters:
    ///   - templates: the folder whose files replace those of the program; nil where there is none.
    ///   - started: when the run began, in nanoseconds since 1970.
    /// - Returns: nil where something cannot be looked at; whoever reads it says why.
    package func request(for wanted: WantedOutputs, templates: String?, started: Int64) async -> BuildRequest? {
        do {
            let files = try await FolderSnapshot(of: content, .ofBytesAndStatus) { Self.repositories.contains($0.name) }
            var writer = RecordWriter()
            for text in [try programIdentity(), content, try resolvingLinks(content), files.hash] { writer.add(text) }
            writer.add(rules.choices) { writer, choice in
                writer.add(choice.rule)
                writer.add(choice.severity.rawValue)
            }
            for flag in [wanted.site, wanted.digests, wanted.isPacking] { writer.add(flag) }
            writer.add(wanted.month) { $0.add("\($1)") }
            writer.add(wanted.account) { $0.add($1) }
            var latest = files.settledTime
            if let templates {
                let theme = try await FolderSnapshot(of: templates, .ofBytesAndStatus)
                writer.add(templates)
                writer.add(theme.hash)
                latest = max(latest, theme.settledTime)
            }
            writer.add(await historyState(of: content, environment: environment))
            return BuildRequest(hash: sha256(writer.bytes), isSettled: latest < started)
        } catch {
            return nil
        }
    }

    /// The folders of version control systems: nothing in them is content.
    private static var repositories: Set<String> { [".git", ".hg", ".svn", ".jj"] }
}
