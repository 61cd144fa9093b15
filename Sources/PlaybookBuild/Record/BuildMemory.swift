import PlaybookCore

/// Remembers the builds of an output folder. `.playbook/` in that folder, outside the published outputs, has a record
/// for each kind of build.
package struct BuildMemory: Sendable {
    /// The folder of the records, below the output folder.
    static let folder = ".playbook"

    private let outputs: String
    private let folder: String
    private let name: String

    /// - Parameter outputs: the output folder.
    package init(in outputs: String, for wanted: WantedOutputs) {
        self.outputs = outputs
        folder = joined(outputs, Self.folder)
        name = wanted.site && wanted.digests ? "build" : wanted.site ? "site" : "digests"
    }

    /// The results of the last build, if a new build would make the same and the outputs have not changed since.
    ///
    /// - Returns: `last`, nil if something has changed or there is no usable record; and `note`, a line for people if
    ///   the record cannot be used.
    package func unchangedBuild(
        _ request: BuildRequest, of project: Project
    ) async -> (last: (summary: BuildSummary, findings: [Diagnostic])?, note: String?) {
        let record: BuildRecord
        do {
            // The next build that makes something removes what a killed one left.
            guard let read = try read(), try !OutputFolder.hasLeftovers(in: outputs) else { return (nil, nil) }
            record = read
        } catch {
            return (nil, note(error))
        }
        guard record.request == request.hash, project.today(record.timeZone) == record.asOf else { return (nil, nil) }
        for output in record.outputs {
            guard let snapshot = await snapshot(of: output.folder), snapshot == output.snapshot else {
                return (nil, nil)
            }
        }
        return ((record.summary, record.findings), nil)
    }

    /// Remembers a build whose outputs are in place.
    ///
    /// - Parameters:
    ///   - asOf: the day that counted as today, in `timeZone`.
    /// - Returns: a line for people if the record cannot be written; otherwise nil.
    package func remember(
        _ summary: BuildSummary, _ findings: [Diagnostic], of request: BuildRequest, asOf: CalendarDate,
        timeZone: String
    ) async -> String? {
        guard request.isSettled else { return nil }
        var outputs: [(folder: String, snapshot: String)] = []
        for folder in summary.folders {
            guard let snapshot = await snapshot(of: folder) else { return nil }
            outputs.append((folder, snapshot))
        }
        let record = BuildRecord(
            request: request.hash, asOf: asOf, timeZone: timeZone, outputs: outputs, summary: summary,
            findings: findings)
        do {
            // A file of that name from another program is left alone.
            guard try mayBeReplaced() else { return nil }
            try writeHidden(record.bytes, in: folder, name: name)
            return nil
        } catch {
            return "playbook: \(error); the next build makes everything again\n"
        }
    }

    /// The record; nil if there is none. Throws `BuildRecord.Unusable` or `FileError`.
    private func read() throws -> BuildRecord? {
        let path = joined(folder, name)
        guard try kind(ofFile: path) != nil else { return nil }
        guard try kind(ofFile: path) == .file else { throw BuildRecord.Unusable.foreign }
        return try BuildRecord(try readFile(path))
    }

    /// False for a file that another program wrote.
    private func mayBeReplaced() throws(FileError) -> Bool {
        let path = joined(folder, name)
        switch try kind(ofFile: path) {
        case nil: return true
        case .file: return BuildRecord.isRecord(try readFile(path))
        default: return false
        }
    }

    private func note(_ error: any Error) -> String {
        let path = joined(folder, name)
        return switch error as? BuildRecord.Unusable {
        case .damaged: "playbook: \(path), which remembers the last build, is damaged; everything is built again\n"
        case .foreign: "playbook: \(path) was not written by playbook and is ignored; everything is built again\n"
        case nil: "playbook: \(error); everything is built again\n"
        }
    }

    /// The hash of an output as it is now; nil if its folder cannot be read or does not exist.
    private func snapshot(of output: String) async -> String? {
        do {
            return try await FolderSnapshot(of: try resolvingLinks(joined(outputs, output)), .ofBytes).hash
        } catch {
            return nil
        }
    }
}
