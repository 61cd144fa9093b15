import PlaybookCore

/// The findings about one table. Each mistake is one finding, even if many rows have it: a misspelled id in 312 rows is
/// one mistake.
struct TableFindings {
    /// How a finding says that several rows have the same mistake.
    enum Count {
        /// `… (and 311 more rows)`
        case more
        /// `… in 312 rows`
        case rows
        /// `… in 312 accounts`
        case accounts
    }

    private struct Key: Hashable {
        var rule: Rule
        var message: String
    }

    private struct Entry {
        var diagnostic: Diagnostic
        var count = 1
        var counted: Count
    }

    let file: SourceFile
    private var entries: [Entry] = []
    private var indexes: [Key: Int] = [:]

    init(_ file: SourceFile) { self.file = file }

    var isEmpty: Bool { entries.isEmpty }

    /// Counts a finding that was made before and returns true; returns false for a new finding. Call this before looking for a suggestion,
    /// because the search for the nearest word takes time.
    mutating func countRepeat(_ rule: Rule, _ message: String) -> Bool {
        guard let index = indexes[Key(rule: rule, message: message)] else { return false }
        entries[index].count += 1
        return true
    }

    /// Adds a finding, or counts it if it was made before.
    mutating func add(
        _ rule: Rule, _ message: String, at source: Range<Int>, counted: Count = .more, help: String? = nil,
        notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
    ) {
        if countRepeat(rule, message) { return }
        indexes[Key(rule: rule, message: message)] = entries.count
        let diagnostic = Diagnostic(rule, message, at: file.place(source), help: help, notes: notes, fix: fix)
        entries.append(Entry(diagnostic: diagnostic, counted: counted))
    }

    /// The known word that was probably meant; nil if none is near. Always nil after a hundred different mistakes: a
    /// file with more mistakes has a fault other than typing errors, and each search goes through all known words.
    func suggestion(for word: String, among known: some Sequence<String>) -> String? {
        entries.count < 100 ? nearest(to: word, among: known) : nil
    }

    /// The findings in the order in which they were first made.
    var diagnostics: [Diagnostic] {
        entries.map { entry in
            var diagnostic = entry.diagnostic
            guard entry.count > 1 else { return diagnostic }
            switch entry.counted {
            case .more: diagnostic.message += " (and \(entry.count - 1) more \(entry.count == 2 ? "row" : "rows"))"
            case .rows: diagnostic.message += " in \(entry.count) rows"
            case .accounts: diagnostic.message += " in \(entry.count) accounts"
            }
            // A fix of one row would leave the others wrong.
            diagnostic.fix = nil
            return diagnostic
        }
    }
}
