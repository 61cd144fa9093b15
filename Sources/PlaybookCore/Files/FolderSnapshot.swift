import Glibc

/// What identifies a file beside its contents, as text; for files that are not in a folder that is looked at as a whole.
package func fileIdentity(_ path: String) throws(FileError) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
        let error = FileError("look at", path)
        if error.leadsNowhere { return "nothing" }
        throw error
    }
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
}

/// What tells this build of the program from every other: its version, and the file that it runs from.
package func programIdentity() throws(FileError) -> String {
    "\(programVersion) \(try fileIdentity("/proc/self/exe"))"
}

/// What tells whether anything in a folder has changed, at any depth: a hash over the names of all files and folders, with what the system
/// says of each. Contents are not read.
package struct FolderSnapshot: Sendable, Hashable {
    /// What of a file is compared beside its name, size, mode and place on the disk.
    package enum Times: Sendable {
        /// When its bytes or its status changed: for files that only others change. A change that keeps the time of the bytes shows too.
        case ofBytesAndStatus
        /// When its bytes changed: for files to which a run gives second names, which changes their status.
        case ofBytes
    }

    /// 64 hexadecimal digits.
    package let hash: String
    /// A change after this time, in nanoseconds since 1970, shows in the times of the files. A change just after the last one may not: clocks of
    /// file systems are coarse.
    package let settledTime: Int64

    /// Looks at a folder.
    ///
    /// - Parameter isLeftOut: true for entries that do not count, by their names; they and what is in them are passed over.
    /// - Throws: `FileError` where a folder cannot be listed, also where there is none.
    package init(
        of path: String, _ times: Times,
        leavingOut isLeftOut: @escaping @Sendable (FolderEntry) -> Bool = { _ in false }
    ) async throws(FileError) {
        var waiting = [path]
        var bytes: [UInt8] = []
        var latest: Int64 = 0
        // One level of folders after another, each on all cores.
        while !waiting.isEmpty {
            let results = await waiting.concurrentMap { folder -> Result<Listed, FileError> in
                do throws(FileError) { return .success(try Listed(folder, times, isLeftOut)) } catch {
                    return .failure(error)
                }
            }
            waiting = []
            for result in results {
                let listed = try result.get()
                bytes += listed.bytes
                latest = max(latest, listed.latest)
                waiting += listed.folders
            }
        }
        hash = sha256(bytes)
        settledTime = latest
    }

    /// One folder without those in it.
    private struct Listed {
        var bytes: [UInt8] = []
        var latest: Int64 = 0
        var folders: [String] = []

        init(_ folder: String, _ times: Times, _ isLeftOut: (FolderEntry) -> Bool) throws(FileError) {
            bytes += Array(folder.utf8) + [0]
            for entry in try folderEntries(folder) where !isLeftOut(entry) {
                let path = joined(folder, entry.name)
                bytes += Array(entry.name.utf8) + [0]
                guard let status = try status(ofFile: path) else { continue }
                add(status, times)
                switch entry.kind {
                case .folder: folders.append(path)
                case .link:
                    // What a link leads to is read in its place.
                    var target = stat()
                    if stat(path, &target) == 0 { add(target, times) }
                case .file, .other: break
                }
            }
        }

        private mutating func add(_ status: stat, _ times: Times) {
            let written = Self.nanoseconds(status.st_mtim)
            let changed = Self.nanoseconds(status.st_ctim)
            // The size of a folder, and the time of its bytes, say nothing that its entries do not.
            let isFolder = status.isFolder
            append(Int64(status.st_mode))
            append(Int64(bitPattern: UInt64(status.st_ino)))
            append(Int64(status.st_uid))
            if !isFolder {
                append(Int64(status.st_size))
                append(written)
                if times == .ofBytesAndStatus { append(changed) }
                latest = max(latest, Self.settled(written), Self.settled(changed))
            }
        }

        private mutating func append(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }

        /// Linux notes times to 10 ms or better. A time of whole seconds may come from a file system that knows no others, or two seconds.
        private static func settled(_ time: Int64) -> Int64 {
            time + (time % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000)
        }

        private static func nanoseconds(_ time: timespec) -> Int64 {
            Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        }
    }
}
