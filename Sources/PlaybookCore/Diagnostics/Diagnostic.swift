/// A finding about content: what is wrong, where, and what would be right. A value; printers turn it into text.
public struct Diagnostic: Sendable, Hashable {
    public var rule: Rule
    public var severity: Severity
    /// What is wrong, in one sentence without a full stop. Characters that nobody would see are written as code points; so they are in `help`
    /// and in the notes.
    public var message: String
    public var place: Place
    /// What to do about it, or the nearest right thing.
    public var help: String?
    /// Other places that belong to the finding, such as the first of two duplicates.
    public var notes: [Note]
    /// A change of the file that puts it right for certain. It never writes characters that nobody would see.
    public var fix: Fix?
    /// True where this finding keeps its severity, though its rule can be lowered.
    public let isFixed: Bool

    /// A change of one place in the file of a finding.
    public struct Fix: Sendable, Hashable {
        /// Offsets of bytes in the file.
        public var range: Range<Int>
        /// What must stand there for the fix to hold.
        public var original: String
        public var replacement: String
        /// The file that the offsets belong to, as it was read.
        public var file: SourceFile

        public init(in file: SourceFile, range: Range<Int>, original: String, replacement: String) {
            self.file = file
            self.range = range
            self.original = original
            self.replacement = replacement
        }

        // By what the file holds, wherever it lies.
        public static func == (left: Fix, right: Fix) -> Bool {
            left.range == right.range && left.original == right.original && left.replacement == right.replacement
                && left.file.bytes == right.file.bytes
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(range)
            hasher.combine(replacement)
        }
    }

    public struct Note: Sendable, Hashable {
        public var message: String
        public var place: Place?

        public init(_ message: String, at place: Place? = nil) {
            self.message = message.showingInvisibleCharacters
            self.place = place
        }
    }

    /// - Parameter severity: where this finding is not to be lowered, or weighs more than its rule usually does.
    public init(
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
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of files (by the bytes of their path), then of places, then of rules: the same on every run.
    public func inOrder() -> [Diagnostic] {
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
