extension FixedFile {
    /// The change as a unified diff that `git apply` and `patch -p1` accept (POSIX.1-2017, "diff", -u), with three
    /// lines of context and paths that start with `a/` and `b/`. Its lines have the same bytes as the file.
    package var unifiedDiff: [UInt8] {
        let (old, new) = (Self.lines(before), Self.lines(after))
        // A fix never adds or removes a line, so old and new lines can be compared pairwise.
        let changed = zip(old.indices, zip(old, new)).filter { $1.0 != $1.1 }.map(\.0)
        guard old.count == new.count, let first = changed.first else { return [] }
        let name = path.hasPrefix("/") ? String(path.dropFirst()) : path
        var diff = Array("--- \(Self.quoted("a/" + name))\n+++ \(Self.quoted("b/" + name))\n".utf8)
        var hunk = first...first
        var hunks: [ClosedRange<Int>] = []
        for line in changed.dropFirst() {
            if line - hunk.upperBound <= 2 * Self.context {
                hunk = hunk.lowerBound...line
            } else {
                hunks.append(hunk)
                hunk = line...line
            }
        }
        for hunk in hunks + [hunk] { Self.append(hunk, old, new, to: &diff) }
        return diff
    }

    private static var context: Int { 3 }

    private static func append(
        _ hunk: ClosedRange<Int>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to diff: inout [UInt8]
    ) {
        let range = max(0, hunk.lowerBound - context)..<min(old.count, hunk.upperBound + 1 + context)
        let numbers = range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
        diff += Array("@@ -\(numbers) +\(numbers) @@\n".utf8)
        func write(_ sign: Character, _ line: ArraySlice<UInt8>) {
            diff += Array(String(sign).utf8) + line
            if line.last != .lineFeed { diff += Array("\n\\ No newline at end of file\n".utf8) }
        }
        var index = range.lowerBound
        while index < range.upperBound {
            guard old[index] != new[index] else {
                write(" ", old[index])
                index += 1
                continue
            }
            let end = (index..<range.upperBound).first { old[$0] == new[$0] } ?? range.upperBound
            for line in old[index..<end] { write("-", line) }
            for line in new[index..<end] { write("+", line) }
            index = end
        }
    }

    /// The lines, each with its line feed.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// The path, quoted as Git does it if it has characters that a diff cannot hold.
    private static func quoted(_ path: String) -> String {
        guard
            path.utf8.contains(where: {
                $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
            })
        else { return path }
        let bytes = path.utf8.map { byte -> String in
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return "\\" + String(UnicodeScalar(byte)) }
            guard byte < 0x20 || byte >= 0x7F else { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
        return "\"" + bytes.joined() + "\""
    }
}
