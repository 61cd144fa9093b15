/// The folder that outputs are written to, locked for one run.
///
/// Each output is a folder, such as `_site`. It is written beside the old one. When all outputs of a run are complete
/// and on disk, they are put in place together: a reader sees either the whole old or the whole new output. A run that
/// is killed or fails leaves either all old outputs, or a record that the next run uses to put all new ones in place
/// (docs/output.md).
package struct OutputFolder: Sendable {
    /// Absolute, without links.
    let root: String
    let isSyncing: Bool
    private var locks: [FolderLock] = []
    private var staged: [(exchange: Exchange, writer: FolderWriter)] = []
    /// Folders that had to be made above an output.
    private var made: [String] = []
    /// The old outputs, which have been replaced.
    private var replaced: [WorkFolder] = []
    /// True while a record on disk refers to the work folders.
    private var isRecorded = false

    /// Writes outputs below a folder, which is made if it is missing. They are put in their places after `body`
    /// returns. If `body` throws, or the program is asked to stop, everything stays as it was.
    ///
    /// - Parameters:
    ///   - syncing: true to have everything on disk before it is put in place, so that it survives a power failure.
    ///   - report: called if a leftover cannot be removed afterwards; the outputs are in place nevertheless.
    ///   - finish: called when the outputs are in place, while no other run can replace them.
    /// - Throws: `StagingError` if something that this program did not make is at the place of an output, or if another
    ///   run is writing there; `FileError`; `UnfinishedExchange`; `Interruption`; and what `body` throws.
    /// - Returns: what `body` returns.
    package static func write<Result>(
        to path: String, syncing: Bool = true, reporting report: (FileError) -> Void,
        _ body: (inout OutputFolder) async throws -> Result, finishing finish: (Result) async -> Void = { _ in }
    ) async throws -> Result {
        try makeFolders(path)
        var folder = OutputFolder(root: try resolvingLinks(path), isSyncing: syncing)
        Interruption.watch()
        defer { Interruption.stopWatching() }
        do {
            try folder.enter(folder.root)
            try folder.completeRecord()
            folder.clean(report)
            let result = try await body(&folder)
            if let interruption = Interruption.noted { throw interruption }
            try folder.putInPlace()
            // On another core, because a large output has many files.
            async let errors = removed(folder.replaced)
            await finish(result)
            for error in await errors { report(error) }
            folder.release(report)
            return result
        } catch {
            folder.discard(report)
            folder.release(report)
            for place in folder.made.reversed() { discardEmptyFolder(place) }
            // When the program is asked to stop, a writer throws a `FileError`, which is replaced by the reason here.
            if error is FileError, let interruption = Interruption.noted { throw interruption }
            throw error
        }
    }

    /// Completes the exchanges that a killed run began. Does nothing if there was no such run.
    package static func complete(
        in path: String, syncing: Bool = true, reporting report: (FileError) -> Void
    ) async throws {
        guard try ExchangeRecord.isThere(in: path) else { return }
        try await write(to: path, syncing: syncing, reporting: report) { _ in }
    }

    /// A writer for the empty folder of a new output, which will be put at `name` below this folder.
    ///
    /// - Throws: `StagingError` if the folder at that place may not be replaced, or if another run is writing there;
    ///   `FileError`.
    package mutating func stage(_ name: String) throws -> FolderWriter {
        let exchange = try makeExchange(name)
        let marker = joined(exchange.work.path, WorkFolder.marker)
        let writer = try FolderWriter(folder: exchange.work.path, keepingFilesOf: exchange.target, like: marker)
        try stage(exchange, writer)
        return writer
    }

    /// A writer for a new output that starts with the files of the old one and keeps those that are not replaced.
    ///
    /// - Returns: nil if the file system cannot give a file two names.
    /// - Throws: as `stage` does.
    package mutating func stageCopy(_ name: String) async throws -> AmendedFolder? {
        let exchange = try makeExchange(name)
        let writer = FolderWriter(folder: exchange.work.path)
        try stage(exchange, writer)
        guard let model = try status(ofFile: joined(exchange.work.path, WorkFolder.marker)),
            try await linkFiles(of: exchange.target, into: exchange.work.path)
        else {
            writer.close()
            staged.removeLast()
            try exchange.work.remove()
            return nil
        }
        return AmendedFolder(writer, like: FileOwnership(model))
    }

    private mutating func makeExchange(_ name: String) throws -> Exchange {
        let target = try place(of: name)
        let parent = PlaybookCore.folder(of: target)
        if try status(ofFile: parent) == nil { made.append(parent) }
        try makeFolders(parent)
        try enter(parent)
        try WorkFolder.check(target)
        return Exchange(name: name, work: try WorkFolder.make(in: parent), target: target)
    }

    private mutating func stage(_ exchange: Exchange, _ writer: FolderWriter) throws(FileError) {
        staged.append((exchange, writer))
        try writer.write(OutputFile(path: WorkFolder.token, text: root))
    }

    /// The path of an output, with links resolved.
    private func place(of name: String) throws -> String {
        var path = root
        for part in name.split(separator: "/") {
            path = joined(path, String(part))
            let resolved = try resolvingPath(path)
            guard !resolved.isDangling else { throw StagingError.dangling(path) }
            path = resolved.path
        }
        return path
    }

    /// Locks a folder in which something will be renamed.
    private mutating func enter(_ folder: String) throws {
        if !locks.contains(where: { $0.folder == folder }) { locks.append(try FolderLock(of: folder)) }
    }

    private mutating func putInPlace() throws {
        guard !staged.isEmpty else { return }
        let exchanges = staged.map(\.exchange)
        for output in staged {
            output.writer.close()
            // In the meantime, something that may not be replaced may have been put there.
            try WorkFolder.check(output.exchange.target)
            // A token is there only if its removal was lost in a power failure.
            try output.exchange.removeToken()
        }
        if isSyncing { for exchange in exchanges { try syncFileSystem(of: exchange.work.path) } }
        try ExchangeRecord(exchanges: exchanges).write(in: root, syncing: isSyncing)
        isRecorded = true
        for (index, exchange) in exchanges.enumerated() {
            do {
                try exchange.make()
            } catch {
                try takeBack(exchanges[...index], because: error)
                throw error
            }
        }
        try settle(exchanges)
    }

    private mutating func takeBack(_ exchanges: ArraySlice<Exchange>, because cause: FileError) throws {
        do {
            for exchange in exchanges.reversed() { try exchange.undo() }
            try syncPlaces(of: exchanges)
            try ExchangeRecord.remove(in: root, syncing: isSyncing)
            isRecorded = false
        } catch {
            throw UnfinishedExchange(cause: cause)
        }
    }

    /// Makes the exchange permanent after all outputs are in their places. The old ones are no longer needed then.
    private mutating func settle(_ exchanges: [Exchange]) throws {
        do {
            try syncPlaces(of: exchanges[...])
            for exchange in exchanges { try exchange.removeToken() }
            try ExchangeRecord.remove(in: root, syncing: isSyncing)
        } catch {
            throw UnfinishedExchange(cause: error)
        }
        isRecorded = false
        made = []
        replaced += exchanges.map(\.work)
        staged = []
    }

    /// Waits until the renames are on disk, before the record of them is removed.
    private func syncPlaces(of exchanges: ArraySlice<Exchange>) throws(FileError) {
        guard isSyncing else { return }
        for exchange in exchanges { try syncFolder(PlaybookCore.folder(of: exchange.target)) }
    }

    /// Completes the exchanges that a killed run began.
    private mutating func completeRecord() throws {
        guard let record = try ExchangeRecord.read(in: root) else { return }
        for exchange in record.exchanges {
            try enter(PlaybookCore.folder(of: exchange.target))
            try WorkFolder.check(exchange.target)
            for path in [exchange.work.path, exchange.work.aside] where try status(ofFile: path) != nil {
                guard try isFolderItself(path), try WorkFolder.isOurs(path) else { throw StagingError.foreign(path) }
            }
        }
        isRecorded = true
        for exchange in record.exchanges { try exchange.finish() }
        try settle(record.exchanges)
    }

    /// Removes what killed runs left behind, for any month. If that fails, the run continues, because the leftovers are
    /// harmless.
    private mutating func clean(_ report: (FileError) -> Void) {
        do {
            try removeFile(joined(root, ExchangeRecord.fileName + ".new"))
            for place in try places where try hasLeftovers(place) {
                try enter(place)
                for leftover in try WorkFolder.leftovers(in: place, of: root) { remove(leftover, report) }
            }
        } catch let error as FileError {
            report(error)
        } catch {
            // A run in another output folder, to which a link leads, is using this place. The work folders there are its own.
        }
    }

    /// True if a killed run left something in an output folder, or if a run is using it.
    package static func hasLeftovers(in path: String) throws(FileError) -> Bool {
        let folder = OutputFolder(root: try resolvingLinks(path), isSyncing: false)
        for place in try folder.places where try folder.hasLeftovers(place) { return true }
        return false
    }

    /// The folders in which runs work.
    private var places: Set<String> {
        get throws(FileError) {
            var places: Set = [root]
            for name in ["_site", "_digests"] {
                let place = try resolvingPath(joined(root, name))
                // Months are inside `_digests`; the work folder of the site is beside it.
                if !place.isDangling {
                    places.insert(name == "_site" ? PlaybookCore.folder(of: place.path) : place.path)
                }
            }
            return places
        }
    }

    private func hasLeftovers(_ folder: String) throws(FileError) -> Bool {
        guard try kind(ofFile: folder) == .folder else { return false }
        if try status(ofFile: joined(folder, FolderLock.fileName)) != nil { return true }
        return try !WorkFolder.leftovers(in: folder, of: root).isEmpty
    }

    private func remove(_ work: WorkFolder, _ report: (FileError) -> Void) {
        do throws(FileError) { try work.removeAll() } catch { report(error) }
    }

    private mutating func discard(_ report: (FileError) -> Void) {
        for output in staged {
            output.writer.close()
            if !isRecorded { remove(output.exchange.work, report) }
        }
        staged = []
    }

    private mutating func release(_ report: (FileError) -> Void) {
        for lock in locks.reversed() {
            do throws(FileError) { try lock.release() } catch { report(error) }
        }
        locks = []
    }
}

/// Removes old outputs.
///
/// - Returns: an error for each that could not be removed.
private func removed(_ folders: [WorkFolder]) async -> [FileError] {
    folders.compactMap { folder in
        do throws(FileError) {
            try folder.removeAll()
            return nil
        } catch {
            return error
        }
    }
}
