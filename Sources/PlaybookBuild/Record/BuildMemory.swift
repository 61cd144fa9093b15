import PlaybookCore

/// Remembers builds below an output folder, beside what is published: in `.playbook/`, a record for each kind of build.
package struct BuildMemory: Sendable {
    /// Below the output folder.
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

    /// What the last build made, where a build would make the same again and all of it is still as it was left.
    ///
    /// - Returns: nil where something has changed; and what there is to say of a record that cannot be used.
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
    /// - Returns: what there is to say where it cannot be remembered.
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
            // Another program's file of that name stays.
            if case .foreign? = try unusable() { return nil }
            try writeHidden(record.bytes, in: folder, name: name)
            return nil
        } catch {
            return "playbook: \(error); the next build makes everything again\n"
        }
    }

    /// A record of this program, or nil.
    private func read() throws -> BuildRecord? {
        let path = joined(folder, name)
        guard try kind(ofFile: path) != nil else { return nil }
        guard try kind(ofFile: path) == .file else { throw BuildRecord.Unusable.foreign }
        return try BuildRecord(try readFile(path))
    }

    private func unusable() throws -> BuildRecord.Unusable? {
        do {
            _ = try read()
            return nil
        } catch let error as BuildRecord.Unusable {
            return error
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

    /// Nil where the folder cannot be looked at, or is gone.
    private func snapshot(of output: String) async -> String? {
        do {
            return try await FolderSnapshot(of: try resolvingLinks(joined(outputs, output)), .ofBytes).hash
        } catch {
            return nil
        }
    }
}
