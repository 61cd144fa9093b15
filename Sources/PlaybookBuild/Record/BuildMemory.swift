import PlaybookContent
import PlaybookCore
import PlaybookSite

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

    /// What a new build can use of the last one.
    package enum LastBuild: Sendable {
        /// A new build would make the same.
        case same(BuildSummary, [Diagnostic])
        /// Only chapters have changed.
        case similar(KeptBuild)
        case nothing
    }

    /// The last build. It can be used only if its outputs have not changed since.
    ///
    /// - Returns: `last`; and `note`, a line for people if a record cannot be used.
    package func lastBuild(
        before request: BuildRequest, of project: Project
    ) async -> (last: LastBuild, note: String?) {
        let record: BuildRecord
        do {
            // If a killed build left something, the next build that makes outputs removes it.
            guard let read = try read(), try !OutputFolder.hasLeftovers(in: outputs) else { return (.nothing, nil) }
            record = read
        } catch {
            return (.nothing, note(error, name))
        }
        guard record.requestWithoutChapters == request.hashWithoutChapters,
            project.today(record.timeZone) == record.asOf
        else { return (.nothing, nil) }
        for output in record.outputs {
            guard let snapshot = await snapshot(of: output.folder), snapshot == output.snapshot else {
                return (.nothing, nil)
            }
        }
        if record.request == request.hash { return (.same(record.summary, record.findings), nil) }
        do {
            guard let bytes = try contents(partsName), let kept = try KeptBuild(bytes, of: record) else {
                return (.nothing, nil)
            }
            return (.similar(kept), nil)
        } catch {
            return (.nothing, note(error, partsName))
        }
    }

    /// Remembers a build whose outputs are in place.
    ///
    /// - Parameters:
    ///   - chapters: what was remembered while they were loaded.
    ///   - asOf: the day that counted as today, in `timeZone`.
    /// - Returns: a line for people if the record cannot be written; otherwise nil.
    package func remember(
        _ built: BuildResult, _ findings: [Diagnostic], of request: BuildRequest, chapters: KeptChapters?,
        asOf: CalendarDate, timeZone: String
    ) async -> String? {
        guard request.isSettled else { return nil }
        var outputs: [(folder: String, snapshot: String)] = []
        for folder in built.summary.folders {
            guard let snapshot = await snapshot(of: folder) else { return nil }
            outputs.append((folder, snapshot))
        }
        let record = BuildRecord(
            request: request.hash, requestWithoutChapters: request.hashWithoutChapters, asOf: asOf, timeZone: timeZone,
            outputs: outputs, summary: built.summary,
            findings: findings)
        do {
            // A file of that name from another program is left alone.
            guard try mayBeReplaced(name, BuildRecord.form) else { return nil }
            if let chapters, let search = built.search, try mayBeReplaced(partsName, KeptBuild.form) {
                let kept = KeptBuild(chapters, search, built.summary)
                try kept.write(in: folder, name: partsName, request: request.hash)
            }
            try record.write(in: folder, name: name)
            return nil
        } catch {
            return "playbook: \(error); the next build makes everything again\n"
        }
    }

    /// The name of the file with what is remembered about chapters and the search. Only a build with changed chapters reads it.
    private var partsName: String { name + "-chapters" }

    /// The record; nil if there is none. Throws `SealedRecord.Unusable` or `FileError`.
    private func read() throws -> BuildRecord? { try contents(name).map { try BuildRecord($0) } }

    /// The bytes of a record; nil if it does not exist. Throws `SealedRecord.Unusable` or `FileError`.
    private func contents(_ name: String) throws -> [UInt8]? {
        let path = joined(folder, name)
        guard let kind = try kind(ofFile: path) else { return nil }
        guard kind == .file else { throw SealedRecord.Unusable.foreign }
        return try readFile(path)
    }

    /// False for a file that another program wrote.
    private func mayBeReplaced(_ name: String, _ form: SealedRecord) throws(FileError) -> Bool {
        let path = joined(folder, name)
        switch try kind(ofFile: path) {
        case nil: return true
        case .file: return form.isRecord(try readFile(path))
        default: return false
        }
    }

    private func note(_ error: any Error, _ name: String) -> String {
        let path = joined(folder, name)
        return switch error as? SealedRecord.Unusable {
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
