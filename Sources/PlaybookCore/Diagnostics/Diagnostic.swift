/// A finding about content: what is wrong, where, and what would be right. A value; printers turn it into text.
package struct Diagnostic: Sendable, Hashable {
    package var rule: Rule
    package var severity: Severity
    /// What is wrong, in one sentence without a full stop. Characters that nobody would see are written as code points; so they are in `help`
    /// and in the notes.
    package var message: String
    package var place: Place
    /// What to do about it, or the nearest right thing.
    package var help: String?
    /// Other places that belong to the finding, such as the first of two duplicates.
    package var notes: [Note]
    /// A change of the file that puts it right for certain. It never writes characters that nobody would see.
    package var fix: Fix?
    /// True where this finding keeps its severity, though its rule can be lowered.
    package let isFixed: Bool

    /// A change of one place in the file of a finding.
    package struct Fix: Sendable, Hashable {
        /// Offsets of bytes in the file.
        package var range: Range<Int>
        /// What must stand there for the fix to hold.
        package var original: String
        package var replacement: String
        /// The file that the offsets belong to, as it was read.
        package var file: SourceFile

        package init(in file: SourceFile, range: Range<Int>, original: String, replacement: String) {
            self.file = file
            self.range = range
            self.original = original
            self.replacement = replacement
        }

        // By what the file holds, wherever it lies.
        package static func == (left: Fix, right: Fix) -> Bool {
            left.range == right.range && left.original == right.original && left.replacement == right.replacement
                && left.file.bytes == right.file.bytes
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(range)
            hasher.combine(replacement)
        }
    }

    package struct Note: Sendable, Hashable {
        package var message: String
        package var place: Place?

        package init(_ message: String, at place: Place? = nil) {
            self.message = message.showingInvisibleCharacters
            self.place = place
        }
    }

    /// - Parameter severity: where this finding is not to be lowered, or weighs more than its rule usually does.
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

extension [Diagnostic] {
    /// True when one of them is an error: there is no library then.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of files (by the bytes of their path), then of places, then of rules: the same on every run.
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
