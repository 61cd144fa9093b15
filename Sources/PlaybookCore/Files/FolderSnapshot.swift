import Glibc

/// A text that changes when a file is changed or replaced, made without reading its contents. For files that no `FolderSnapshot` covers.
package func fileIdentity(_ path: String) throws(FileError) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
        let error = FileError("look at", path)
        if error.leadsNowhere { return "nothing" }
        throw error
    }
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
}

/// A text that distinguishes this build of the program from every other: its version, and the identity of the file that
/// it runs from.
package func programIdentity() throws(FileError) -> String {
    "\(programVersion) \(try fileIdentity("/proc/self/exe"))"
}

/// Shows whether anything in a folder has changed, at any depth. It is a hash over the names of all files and folders and what the system reports
/// about each. Contents are not read.
package struct FolderSnapshot: Sendable, Hashable {
    /// Which times of a file are compared, besides its name, size, mode, owner and place on the disk.
    package enum Times: Sendable {
        /// When its bytes or its status changed. For files that this program does not change. This also detects a change that keeps the time of the
        /// bytes.
        case ofBytesAndStatus
        /// When its bytes changed. For files to which a run gives second names, because a second name changes their
        /// status.
        case ofBytes
    }

    /// 64 hexadecimal digits.
    package let hash: String
    /// The same hash without the entries for which `isSeparate` is true.
    package let restHash: String
    /// Nanoseconds since 1970. A change after this time is visible in the times of the files. An earlier change, just after the last one, may not be,
    /// because clocks of file systems are coarse.
    package let settledTime: Int64

    /// How a folder is looked at. Each function is given the path of a folder and one of its entries.
    package struct Options: Sendable {
        /// True for entries to ignore, with everything in them.
        package var isLeftOut: @Sendable (String, FolderEntry) -> Bool = { _, _ in false }
        /// True for links to folders whose contents count as well. For other links, only the file or folder that they lead to counts.
        package var isFollowed: @Sendable (String, FolderEntry) -> Bool = { _, _ in false }
        /// True for files that `restHash` leaves out.
        package var isSeparate: @Sendable (String, FolderEntry) -> Bool = { _, _ in false }

        package init() {}
    }

    /// Looks at a folder.
    ///
    /// - Throws: `FileError` if a folder cannot be listed or does not exist.
    package init(of path: String, _ times: Times, _ options: Options = Options()) async throws(FileError) {
        var waiting = [path]
        var bytes: [UInt8] = []
        var separate: [UInt8] = []
        var latest: Int64 = 0
        // Folders are listed level by level, each level on all cores.
        while !waiting.isEmpty {
            let results = await waiting.concurrentMap { folder -> Result<Listed, FileError> in
                do throws(FileError) { return .success(try Listed(folder, times, options)) } catch {
                    return .failure(error)
                }
            }
            waiting = []
            for result in results {
                let listed = try result.get()
                bytes += listed.bytes
                separate += listed.separate
                latest = max(latest, listed.latest)
                waiting += listed.folders
            }
        }
        restHash = sha256(bytes)
        hash = separate.isEmpty ? restHash : sha256(bytes + separate)
        settledTime = latest
    }

    /// One folder, without the contents of its subfolders.
    private struct Listed {
        var bytes: [UInt8] = []
        var separate: [UInt8] = []
        var latest: Int64 = 0
        var folders: [String] = []

        init(_ folder: String, _ times: Times, _ options: Options) throws(FileError) {
            bytes += Array(folder.utf8) + [0]
            separate += Array(folder.utf8) + [0]
            for entry in try folderEntries(folder) where !options.isLeftOut(folder, entry) {
                let isSeparate = options.isSeparate(folder, entry)
                if isSeparate { swap(&bytes, &separate) }
                try add(entry, in: folder, times, isFollowed: options.isFollowed(folder, entry))
                if isSeparate { swap(&bytes, &separate) }
            }
        }

        private mutating func add(
            _ entry: FolderEntry, in folder: String, _ times: Times, isFollowed: Bool
        ) throws(FileError) {
            let path = joined(folder, entry.name)
            bytes += Array(entry.name.utf8) + [0]
            guard let status = try status(ofFile: path) else { return }
            add(status, times)
            switch entry.kind {
            case .folder: folders.append(path)
            case .link:
                // A link is read as the file that it leads to, so that file counts too.
                var target = stat()
                guard stat(path, &target) == 0 else { return }
                add(target, times)
                if isFollowed, target.isFolder { folders.append(path) }
            case .file, .other: break
            }
        }

        private mutating func add(_ status: stat, _ times: Times) {
            let written = Self.nanoseconds(status.st_mtim)
            let changed = Self.nanoseconds(status.st_ctim)
            // The size and the time of a folder add nothing to what its entries show.
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

        /// Linux records times to 10 ms or better. A time in whole seconds may come from a file system that records times to one or two seconds.
        private static func settled(_ time: Int64) -> Int64 {
            time + (time % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000)
        }

        private static func nanoseconds(_ time: timespec) -> Int64 {
            Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        }
    }
}
