import PlaybookCore
import PlaybookModel

/// Files that are published under names with a hash of their bytes, so that they can be cached for ever.
struct PublishedAssets: Sendable {
    /// Paths below the site's root, by the names that content and templates use.
    private var paths: [String: String] = [:]
    private var digests: [String: String] = [:]

    /// Adds a file of the theme.
    ///
    /// - Returns: the file to be written.
    mutating func add(_ name: String, _ bytes: [UInt8]) -> OutputFile {
        let path = Self.path(of: name, bytes)
        paths[name] = path
        digests[name] = "sha256-" + sha256Base64(bytes)
        return OutputFile(path: path, bytes: bytes)
    }

    /// Adds and writes files of the content. The number of files in memory is at most the number of cores: each file is read once to make its
    /// name, and a file that is published is read again.
    ///
    /// - Parameter write: receives the files; nil if they are written already.
    /// - Throws: `FileError` if a file cannot be read or written.
    mutating func add(
        _ assets: [Asset], to write: (@Sendable (OutputFile) throws(FileError) -> Void)?
    ) async throws(FileError) {
        let found = await assets.concurrentMap { asset -> Result<String, FileError> in
            do throws(FileError) {
                return .success(Self.path(of: asset.name, try readFile(asset.path)))
            } catch {
                return .failure(error)
            }
        }
        // The same bytes under two names are published once.
        var published: [String: Asset] = [:]
        for (asset, path) in zip(assets, found) {
            let path = try path.get()
            paths[asset.name] = path
            if published[path] == nil { published[path] = asset }
        }
        guard let write else { return }
        try await writeEach(published.sorted { $0.key < $1.key }, to: write) { path, asset throws(FileError) in
            OutputFile(path: path, bytes: try readFile(asset.path))
        }
    }

    /// Where a file is published.
    private static func path(of name: String, _ bytes: [UInt8]) -> String {
        "assets/" + publishedName(of: name, hash: String(sha256(bytes).prefix(12)))
    }

    /// The published name of a file: `photo.0123456789ab.png` for `assets/photo.png`. Of a long name only the start
    /// is used, because file systems allow 255 bytes. The hash still distinguishes the file.
    private static func publishedName(of path: String, hash: String) -> String {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        var stem = name
        var ending = name.suffix(0)
        // Anything longer than the ending of a file format belongs to the name.
        if let dot = name.lastIndex(of: UInt8(ascii: ".")), name.distance(from: dot, to: name.endIndex) <= 64 {
            stem = name[..<dot]
            ending = name[dot...]
        }
        let rest = "." + hash + String(decoding: ending, as: UTF8.self)
        return shortened(String(decoding: stem, as: UTF8.self), toBytes: 255 - rest.utf8.count) + rest
    }

    /// The value of an `integrity` attribute, with which a browser refuses other bytes (W3C, Subresource Integrity);
    /// nil for an unknown name.
    func integrity(_ name: String) -> String? { digests[name] }

    /// The path of a file below the site's root; nil for an unknown name.
    func path(_ name: String) -> String? { paths[name] }
}
