/// A fix that was made, and the finding that it resolves.
package struct AppliedFix: Sendable {
    package let diagnostic: Diagnostic
    package let fix: Diagnostic.Fix

    /// One line: `content/snippets/a.md:6:9: maintainance → maintenance [unknown-role]`.
    package var description: String {
        "\(TextPrinter.address(diagnostic.place)): \(terminalText("\(fix.original) → \(fix.replacement)")) [\(diagnostic.rule.name)]"
    }
}

/// A file's bytes before and after its fixes. Nothing has been written yet.
package struct FixedFile: Sendable {
    /// The path as the user would type it.
    package let path: String
    package let before: [UInt8]
    package let after: [UInt8]
    package let fixes: [AppliedFix]
}

/// The files that the fixes of some findings change, with the changes made.
///
/// - Returns: only files that change. A fix is left out if its file has changed since it was read, or if it overlaps
///   another fix.
/// - Throws: `FileError` if a file cannot be read.
package func fixedFiles(_ diagnostics: [Diagnostic]) throws(FileError) -> [FixedFile] {
    var files: [FixedFile] = []
    let byFile = Dictionary(grouping: diagnostics.filter { $0.fix != nil }, by: \.place.file)
    for path in byFile.keys.sortedByBytes() {
        let bytes = try readFile(path)
        var result: [UInt8] = []
        var end = 0
        var made: [AppliedFix] = []
        // All fixes of a file share its bytes, so comparing the bytes costs no more than comparing addresses.
        var read: [UInt8] = []
        let wanted = (byFile[path] ?? []).compactMap { diagnostic in
            diagnostic.fix.map { AppliedFix(diagnostic: diagnostic, fix: $0) }
        }.filter { candidate in
            if candidate.fix.file.bytes == read { return true }
            guard candidate.fix.file.bytes == bytes else { return false }
            read = candidate.fix.file.bytes
            return true
        }
        for candidate in wanted.sorted(by: { $0.fix.range.lowerBound < $1.fix.range.lowerBound }) {
            let range = candidate.fix.range
            guard range.lowerBound >= end, range.upperBound <= bytes.count,
                bytes[range].elementsEqual(candidate.fix.original.utf8)
            else { continue }
            result += bytes[end..<range.lowerBound]
            result += candidate.fix.replacement.utf8
            end = range.upperBound
            made.append(candidate)
        }
        guard !made.isEmpty else { continue }
        result += bytes[end...]
        files.append(FixedFile(path: path, before: bytes, after: result, fixes: made))
    }
    return files
}

/// Makes the fixes of some findings in their files. Each file is replaced by one rename, with all its fixes or with
/// none.
///
/// - Returns: the fixes that were made. `fixedFiles` says which are left out.
/// - Throws: `FileError` if a file cannot be read; nothing has been written then. `FileError` also if a file cannot be
///   replaced; the files before it then keep their fixes.
package func applyFixes(_ diagnostics: [Diagnostic]) throws(FileError) -> [AppliedFix] {
    let files = try fixedFiles(diagnostics)
    for file in files { try replaceFile(file.path, with: file.after) }
    return files.flatMap(\.fixes)
}
