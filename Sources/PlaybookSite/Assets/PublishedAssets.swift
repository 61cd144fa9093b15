import PlaybookContent
import PlaybookCore

/// Files published under names that change with their bytes, so that they can be cached for ever.
struct PublishedAssets: Sendable {
    private(set) var files: [OutputFile] = []
    /// Paths below the site's root by the names under which content and templates know them.
    private var paths: [String: String] = [:]
    private var digests: [String: String] = [:]

    /// Adds a file of the content or of the theme.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let fileName = name.pathName
        let parts = fileName.pieces(between: ".", omittingEmpty: false)
        let hash = sha256(bytes).prefix(12)
        let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : fileName
        let path = "assets/\(stem).\(hash)" + (parts.count > 1 ? ".\(parts[parts.count - 1])" : "")
        // The same file under two names is published once.
        if !files.contains(where: { $0.path == path }) { files.append(OutputFile(path: path, bytes: bytes)) }
        paths[name] = path
        digests[name] = "sha256-" + sha256Base64(bytes)
    }

    /// What a page can say about a file's bytes, so that a browser refuses others (W3C, Subresource Integrity).
    func integrity(_ name: String) -> String? { digests[name] }

    /// The path of a file below the site's root.
    func path(_ name: String) -> String? { paths[name] }
}
