import PlaybookCore

/// Where the page of an alias is written, so that the old address leads to the new one. Both the check and the writer
/// of pages use this.
///
/// | alias | file |
/// |---|---|
/// | `old`, `/old/`, `old.md`, `old/index.md`, `old/README.md`, `old/index.html` | `old/index.html` |
/// | `old.html` | `old.html` |
package struct AliasPath: Sendable, Hashable {
    /// Below the site's root.
    package let file: String

    /// The folder that the file is in; empty at the top.
    package var folder: String {
        String(decoding: file.utf8.prefix(upTo: lastSlash ?? file.utf8.startIndex), as: UTF8.self)
    }

    /// The address as readers knew it, without slashes at its ends: `old` or `old.html`.
    package var address: String { Self.isIndex(file) ? folder : file }

    private var lastSlash: String.Index? { file.utf8.lastIndex(of: UInt8(ascii: "/")) }

    private static func isIndex(_ file: String) -> Bool {
        file.utf8.reversed().starts(with: "/index.html".utf8.reversed())
    }

    /// Nil if the alias is not a path below the site's root that every server and file system accepts.
    package init?(_ alias: String) {
        guard !isAbsolute(alias), alias.utf8.count <= 1_000 else { return nil }
        guard !alias.unicodeScalars.contains(where: { "?#\\".unicodeScalars.contains($0) || Self.isControl($0) }) else {
            return nil
        }
        var parts = alias.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        guard parts.allSatisfy({ $0.utf8.first != UInt8(ascii: ".") && $0.utf8.count <= 255 }) else { return nil }
        if let last = parts.last?.lowercased(), ["index.html", "index.md", "readme.md"].contains(last) {
            parts.removeLast()
        }
        guard let last = parts.last else { return nil }
        let lowercase = last.lowercased()
        if lowercase.hasSuffix(".html") {
            file = parts.joined(separator: "/")
            return
        }
        if lowercase.hasSuffix(".md") { parts[parts.count - 1] = String(last.dropLast(3)) }
        file = parts.joined(separator: "/") + "/index.html"
    }

    /// True for a page in a folder of its own, false for a file such as `old.html`.
    fileprivate var isPage: Bool { Self.isIndex(file) }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
}

/// The folder for a page that names its own path; nil for a text that is not the path of a page, such as `../roles` or `roles.html`.
package func pageFolder(_ path: String) -> String? {
    guard let path = AliasPath(path), path.isPage else { return nil }
    return path.folder
}
