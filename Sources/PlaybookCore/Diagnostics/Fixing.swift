/// A fix that was made, and the finding that it settles.
public struct AppliedFix: Sendable {
    public let diagnostic: Diagnostic
    public let fix: Diagnostic.Fix

    /// One line: `content/snippets/a.md:6:9: maintainance → maintenance [unknown-role]`.
    public var description: String {
        "\(TextPrinter.address(diagnostic.place)): \(terminalText("\(fix.original) → \(fix.replacement)")) [\(diagnostic.rule.name)]"
    }
}

/// Makes the fixes of some findings in their files. Each file is replaced by one rename, with all its fixes or none.
///
/// - Returns: the fixes that were made. One whose file no longer says what it said, or that overlaps another, is left for the next run.
/// - Throws: `FileError` where a file cannot be read or replaced; files before it are fixed.
public func applyFixes(_ diagnostics: [Diagnostic]) throws(FileError) -> [AppliedFix] {
    var applied: [AppliedFix] = []
    let byFile = Dictionary(grouping: diagnostics.filter { $0.fix != nil }, by: \.place.file)
    for path in byFile.keys.sortedByBytes() {
        let bytes = try readFile(path)
        var result: [UInt8] = []
        var end = 0
        var made: [AppliedFix] = []
        let digest = sha256(bytes)
        let wanted = (byFile[path] ?? []).compactMap { diagnostic in
            diagnostic.fix.map { AppliedFix(diagnostic: diagnostic, fix: $0) }
        }.filter { $0.fix.digest == digest }
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
        try replaceFile(path, with: result)
        applied += made
    }
    return applied
}
