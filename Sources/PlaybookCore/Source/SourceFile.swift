import Synchronization

/// A file of the content folder as it was read: its path and its bytes. Every later step uses offsets into `bytes`;
/// they become lines and columns only when they are shown to somebody.
package struct SourceFile: Sendable {
    /// A single reference, because files are copied from list to list together with everything made from them.
    private let contents: Contents

    private final class Contents: Sendable {
        let path: String
        let name: String
        let bytes: [UInt8]
        let lines = Mutex<LineIndex?>(nil)

        init(path: String, name: String, bytes: [UInt8]) {
            self.path = path
            self.name = name
            self.bytes = bytes
        }
    }

    package init(path: String, name: String, bytes: [UInt8]) {
        contents = Contents(path: path, name: name, bytes: bytes)
    }

    /// The path as the user would type it, such as `content/chapters/index.md`.
    package var path: String { contents.path }
    /// The path below the content folder, such as `chapters/index.md`.
    package var name: String { contents.name }
    package var bytes: [UInt8] { contents.bytes }

    /// Made once, when the first place is needed: most files have no findings, and some have thousands.
    private var lines: LineIndex {
        contents.lines.withLock { lines in
            if let lines { return lines }
            let made = LineIndex(bytes)
            lines = made
            return made
        }
    }

    /// The place of a byte range in this file. An offset past the end counts as the end.
    package func place(_ range: Range<Int>) -> Place {
        let lines = lines
        let start = lines.position(of: range.lowerBound, in: bytes)
        let end = lines.position(of: max(range.lowerBound, range.upperBound), in: bytes)
        let shown = lines.excerpt(around: range.lowerBound, in: bytes)
        return Place(
            file: path, range: start..<max(start, end), excerpt: text(shown),
            excerptColumn: lines.position(of: shown.lowerBound, in: bytes).column)
    }

    /// The place of the file as a whole.
    package var place: Place { Place(file: path) }

    /// The text of a byte range; bytes that are not UTF-8 are replaced by U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

extension SourceFile: Hashable {
    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left.path == right.path && left.name == right.name && left.bytes == right.bytes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(bytes.count)
    }
}

extension UInt8 {
    // Computed and inlinable, because the innermost loops of other modules compare with them.
    @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
}
