import PlaybookCore
import PlaybookModel

/// Files published under names that change with their bytes, so that they can be cached for ever.
struct PublishedAssets: Sendable {
    private(set) var files: [OutputFile] = []
    /// Paths below the site's root by the names under which content and templates know them.
    private var paths: [String: String] = [:]
    private var digests: [String: String] = [:]
    private var published: Set<String> = []

    /// Adds a file of the content or of the theme.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let path = "assets/" + Self.publishedName(of: name, hash: String(sha256(bytes).prefix(12)))
        // The same file under two names is published once.
        if published.insert(path).inserted { files.append(OutputFile(path: path, bytes: bytes)) }
        paths[name] = path
        digests[name] = "sha256-" + sha256Base64(bytes)
    }

    /// `photo.0123456789ab.png` for `assets/photo.png`. The start of a long name stands for it, for file systems take 255 bytes; the hash
    /// still tells it from others.
    private static func publishedName(of path: String, hash: String) -> String {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        var stem = name
        var ending = name.suffix(0)
        // What is longer than any format's ending is a part of the name.
        if let dot = name.lastIndex(of: UInt8(ascii: ".")), name.distance(from: dot, to: name.endIndex) <= 64 {
            stem = name[..<dot]
            ending = name[dot...]
        }
        let rest = "." + hash + String(decoding: ending, as: UTF8.self)
        return shortened(String(decoding: stem, as: UTF8.self), toBytes: 255 - rest.utf8.count) + rest
    }

    /// What a page can say about a file's bytes, so that a browser refuses others (W3C, Subresource Integrity).
    func integrity(_ name: String) -> String? { digests[name] }

    /// The path of a file below the site's root.
    func path(_ name: String) -> String? { paths[name] }
}
