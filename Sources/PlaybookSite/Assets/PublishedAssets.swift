import PlaybookCore
import PlaybookModel

/// Files that are published under names with a hash of their bytes, so that they can be cached for ever.
struct PublishedAssets: Sendable {
    private(set) var files: [OutputFile] = []
    /// Paths below the site's root, by the names that content and templates use.
    private var paths: [String: String] = [:]
    private var digests: [String: String] = [:]
    private var published: Set<String> = []

    /// Adds a file of the content or of the theme.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let path = "assets/" + Self.publishedName(of: name, hash: String(sha256(bytes).prefix(12)))
        // The same bytes under two names are published once.
        if published.insert(path).inserted { files.append(OutputFile(path: path, bytes: bytes)) }
        paths[name] = path
        digests[name] = "sha256-" + sha256Base64(bytes)
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
