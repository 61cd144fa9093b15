import PlaybookContent
import PlaybookCore
import PlaybookModel

/// Everything that the outputs of a build depend on, except the day: the program, the options, and every file that is read.
package struct BuildRequest: Sendable {
    /// Two runs on the same day with the same hash make the same outputs.
    let hash: String
    /// The hash without the Markdown files of chapters.
    let hashWithoutChapters: String
    /// False if a file was changed so shortly before the run that a later change could have the same time.
    let isSettled: Bool
}

extension Project {
    /// The request of a run. Call this before anything is read, so that the next run notices a change made during this run.
    ///
    /// - Parameters:
    ///   - templates: the folder whose files replace the program's own; nil if there is none.
    ///   - started: when the run began, in nanoseconds since 1970.
    /// - Returns: nil if something cannot be looked at. The code that reads it later reports the error.
    package func request(for wanted: WantedOutputs, templates: String?, started: Int64) async -> BuildRequest? {
        do {
            let files = try await FolderSnapshot(of: content, .ofBytesAndStatus, lookingAtContent)
            var writer = RecordWriter()
            for text in [try programIdentity(), content, try resolvingLinks(content)] { writer.add(text) }
            writer.add(rules.choices) { writer, choice in
                writer.add(choice.rule)
                writer.add(choice.severity.rawValue)
            }
            for flag in [wanted.site, wanted.digests, wanted.isPacking] { writer.add(flag) }
            writer.add(wanted.month) { $0.add("\($1)") }
            writer.add(wanted.account) { $0.add($1) }
            var latest = files.settledTime
            if let templates {
                let theme = try await FolderSnapshot(
                    of: templates, .ofBytesAndStatus, Self.lookingAtTemplates(templates))
                writer.add(templates)
                writer.add(theme.hash)
                latest = max(latest, theme.settledTime)
            }
            writer.add(await historyState(of: content, environment: environment))
            var withoutChapters = writer
            withoutChapters.add(files.restHash)
            writer.add(files.hash)
            return BuildRequest(
                hash: sha256(writer.bytes), hashWithoutChapters: sha256(withoutChapters.bytes),
                isSettled: latest < started)
        } catch {
            return nil
        }
    }

    /// How to look at the content folder: in the way that `ContentFolder` reads it, so that a link in place of a part is followed.
    private var lookingAtContent: FolderSnapshot.Options {
        let chapters = joined(content, ContentPart.chapters.rawValue)
        var options = FolderSnapshot.Options()
        options.isLeftOut = { _, entry in ContentFolder.repositories.contains(entry.name) }
        options.isFollowed = { [content] folder, entry in
            folder == content && ContentPart(rawValue: entry.name) != nil
        }
        options.isSeparate = { folder, entry in
            entry.kind == .file && entry.name.endsWithBytes(of: ".md")
                && (folder == chapters || folder.startsWithBytes(of: chapters + "/"))
        }
        return options
    }

    /// How to look at a folder of templates: in the way that `Theme` reads it, so that a link in place of a part is followed.
    private static func lookingAtTemplates(_ templates: String) -> FolderSnapshot.Options {
        let parts = Set(Theme.parts.map { joined(templates, $0) })
        var options = FolderSnapshot.Options()
        options.isFollowed = { folder, entry in parts.contains(joined(folder, entry.name)) }
        return options
    }
}
