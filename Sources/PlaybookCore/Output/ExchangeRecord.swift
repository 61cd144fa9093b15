/// The exchanges that a run is about to make. The record is on disk from before the first rename until after the last.
/// If a run is killed in between, the next run reads the record and completes the exchanges, so that outputs that
/// belong together, such as the site and a month, change together.
struct ExchangeRecord: Sendable, Hashable {
    static let fileName = ".playbook-exchange"
    private static let heading = "playbook exchange 1"

    let exchanges: [Exchange]

    static func isThere(in folder: String) throws(FileError) -> Bool {
        try status(ofFile: joined(folder, fileName)) != nil
    }

    /// Writes the record into an output folder, either completely or not at all.
    func write(in folder: String, syncing: Bool) throws(FileError) {
        let path = joined(folder, Self.fileName)
        let draft = path + ".new"
        let lines = [Self.heading] + exchanges.map { "\(name(of: $0.work.path)) \($0.name)" } + ["end", ""]
        try removeFile(draft)
        do throws(FileError) {
            try writeFile(draft, Array(lines.joined(separator: "\n").utf8), syncing: syncing)
            try renameFile(draft, path)
            if syncing { try syncFolder(folder) }
        } catch {
            // The error to report is the failure above. Nothing has been exchanged, and the next run must not exchange
            // anything either.
            discardFile(draft)
            discardFile(path)
            throw error
        }
    }

    static func remove(in folder: String, syncing: Bool) throws(FileError) {
        try removeFile(joined(folder, fileName))
        if syncing { try syncFolder(folder) }
    }

    /// Reads the record of an output folder; nil if the folder has none.
    ///
    /// - Throws: `StagingError` for a file that this program did not write; `FileError`.
    static func read(in folder: String) throws -> ExchangeRecord? {
        let path = joined(folder, fileName)
        guard let status = try status(ofFile: path) else { return nil }
        guard status.isFile else { throw StagingError.foreign(path) }
        let text = String(decoding: try readFile(path), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0] == heading, lines.suffix(2) == ["end", ""] else {
            throw StagingError.foreign(path)
        }
        let exchanges = try lines.dropFirst().dropLast(2).map { line in
            // Only names that this program gives are accepted, so that a record cannot name a user's folder.
            guard let match = line.wholeMatch(of: /(\.playbook-work-[0-9]+) (_[a-z]+(?:\/[0-9a-z][0-9A-Za-z@._+=-]*)?)/)
            else {
                throw StagingError.foreign(path)
            }
            let target = try resolvingPath(joined(folder, String(match.output.2))).path
            let work = joined(PlaybookCore.folder(of: target), String(match.output.1))
            return Exchange(name: String(match.output.2), work: WorkFolder(path: work), target: target)
        }
        return ExchangeRecord(exchanges: exchanges)
    }
}
