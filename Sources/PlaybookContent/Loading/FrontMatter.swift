import PlaybookCore

/// The two parts of a Markdown file: the YAML between its `---` lines, and the Markdown below them.
struct FrontMatter {
    /// The YAML without the `---` lines; nil if the file has no front matter.
    let yaml: Range<Int>?
    /// The offset at which the Markdown starts.
    let bodyStart: Int

    /// Divides a file.
    ///
    /// - Throws: `UnclosedFrontMatter` for a first line `---` without a second one, because the whole file would be
    ///   YAML.
    init(of file: SourceFile) throws(UnclosedFrontMatter) {
        let bytes = file.bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = Self.line(bytes, from: start), Self.isFence(bytes[first.text]) else {
            yaml = nil
            bodyStart = start
            return
        }
        var position = first.next
        while let line = Self.line(bytes, from: position) {
            if Self.isFence(bytes[line.text]) {
                yaml = first.next..<line.text.lowerBound
                bodyStart = line.next
                return
            }
            position = line.next
        }
        throw UnclosedFrontMatter(source: first.text)
    }

    struct UnclosedFrontMatter: Error {
        let source: Range<Int>
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == .space || $0 == .tab }
    }

    private static func line(_ bytes: [UInt8], from start: Int) -> (text: Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
        let text = end > start && bytes[end - 1] == .carriageReturn ? start..<(end - 1) : start..<end
        return (text, min(end + 1, bytes.count))
    }
}

/// The offset at which the Markdown of any file starts: after a byte order mark and front matter. Outside the content
/// folder a `---` line may be a rule, so only a mapping with at least one key counts as front matter.
package func bodyStart(of file: SourceFile) -> Int {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do throws(FrontMatter.UnclosedFrontMatter) {
        let parts = try FrontMatter(of: file)
        guard let range = parts.yaml, readYAML(file.bytes, in: range).root?.entries.isEmpty == false else {
            return start
        }
        return parts.bodyStart
    } catch {
        return start
    }
}
