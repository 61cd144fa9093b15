/// A finding about content: what is wrong, where, and what would be right. A value; printers turn it into text.
package struct Diagnostic: Sendable, Hashable {
    package var rule: Rule
    package var severity: Severity
    /// What is wrong, in one sentence without a full stop. Invisible characters are written as code points, here and
    /// in `help` and the notes.
    package var message: String
    package var place: Place
    /// What to do about it, such as the word that was probably meant; nil where there is nothing to add.
    package var help: String?
    /// Other places that belong to the finding, such as the first of two duplicates.
    package var notes: [Note]
    /// A change of the file that certainly corrects it; nil where none is certain. A fix never writes invisible
    /// characters.
    package var fix: Fix?
    /// True for a finding that keeps its own severity, even where its rule has been given another.
    package let isFixed: Bool

    /// A change at one place in the file of a finding.
    package struct Fix: Sendable, Hashable {
        /// Offsets of bytes in the file.
        package var range: Range<Int>
        /// The text that must still stand there when the fix is made; otherwise the fix is left out.
        package var original: String
        package var replacement: String
        /// The file as it was read, which the offsets belong to.
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

    /// Something to know about a finding, mostly at another place.
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
    /// The help that asks whether a word was meant, such as "did you mean `operator`?"; nil without a word, so that
    /// other help can be given then.
    package static func help(didYouMean word: String?) -> String? { word.map { "did you mean `\($0)`?" } }
}

extension [Diagnostic] {
    /// True when one of them is an error. There is no library then.
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
