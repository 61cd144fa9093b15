/// A finding about content: what is wrong, where, and what would be right. Printers turn it into text.
package struct Diagnostic: Sendable, Hashable {
    package var rule: Rule
    package var severity: Severity
    /// What is wrong, in one sentence without a full stop. Here, in `help` and in the notes, invisible characters are
    /// written as code points.
    package var message: String
    package var place: Place
    /// What to do about it, such as the word that was probably meant; nil if there is nothing to add.
    package var help: String?
    /// Other places that belong to the finding, such as the first of two duplicates.
    package var notes: [Note]
    /// A change to the file that certainly corrects it; nil if no change is certain. A fix never writes invisible
    /// characters.
    package var fix: Fix?
    /// True if the finding keeps its own severity, even if another one was chosen for its rule.
    package let isFixed: Bool

    /// A change at one place in the file that the finding is about.
    package struct Fix: Sendable, Hashable {
        /// The bytes to replace, as offsets in the file.
        package var range: Range<Int>
        /// The text that must still be there when the fix is made; otherwise the fix is left out.
        package var original: String
        package var replacement: String
        /// The file as it was read. The offsets refer to it.
        package var file: SourceFile

        package init(in file: SourceFile, range: Range<Int>, original: String, replacement: String) {
            self.file = file
            self.range = range
            self.original = original
            self.replacement = replacement
        }

        // Files are compared by their bytes, whatever their paths are.
        package static func == (left: Fix, right: Fix) -> Bool {
            left.range == right.range && left.original == right.original && left.replacement == right.replacement
                && left.file.bytes == right.file.bytes
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(range)
            hasher.combine(replacement)
        }
    }

    /// Additional information about a finding, usually about another place.
    package struct Note: Sendable, Hashable {
        package var message: String
        package var place: Place?

        package init(_ message: String, at place: Place? = nil) {
            self.message = message.showingInvisibleCharacters
            self.place = place
        }
    }

    /// - Parameter severity: the severity of this one finding, which settings cannot change; nil for the severity of
    ///   the rule.
    package init(
        _ rule: Rule, _ message: String, at place: Place, help: String? = nil, notes: [Note] = [], fix: Fix? = nil,
        severity: Severity? = nil
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        isFixed = severity != nil
        self.message = message.showingInvisibleCharacters
        self.place = place
        self.help = help?.showingInvisibleCharacters
        self.notes = notes
        self.fix = fix.flatMap { $0.replacement.hasInvisibleCharacters ? nil : $0 }
    }
}

extension Diagnostic {
    /// The help that asks whether a word was meant, such as "did you mean `operator`?"; nil if `word` is nil, so that
    /// the caller can give other help.
    package static func help(didYouMean word: String?) -> String? { word.map { "did you mean `\($0)`?" } }
}

extension [Diagnostic] {
    /// True if one of them is an error. Content with an error gives no library.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// Sorted by file (by the bytes of its path), then by place, then by rule, so that the order is the same on every
    /// run.
    package func inOrder() -> [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> (Position, String, String) {
            let start = diagnostic.place.range?.lowerBound ?? Position(line: 0, column: 0)
            return (start, diagnostic.rule.name, diagnostic.message)
        }
        return sorted { left, right in
            if left.place.file != right.place.file { return left.place.file.precedes(right.place.file) }
            return key(left) < key(right)
        }
    }
}
