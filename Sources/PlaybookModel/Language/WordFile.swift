import PlaybookCore

/// A file of named words, such as those that messages say in one language.
package struct WordFile: Sendable {
    package let file: SourceFile
    private let values: [String: Value]

    /// What stands under a key.
    package struct Value: Sendable {
        /// Empty where it is no text; the same holds for the other two.
        package var text = ""
        package var words: [String] = []
        package var flag = false
        /// In bytes of the file.
        package var source: Range<Int>

        package init(source: Range<Int>) { self.source = source }
    }

    /// A key that such a file must have.
    package struct Key: Sendable {
        /// What its value is.
        package enum Kind: Sendable { case text, words, flag }

        package let name: String
        package let kind: Kind
        package let summary: String

        /// - Parameter summary: one sentence for people, shown where the key is missing.
        package init(_ name: String, _ kind: Kind, _ summary: String) {
            self.name = name
            self.kind = kind
            self.summary = summary
        }
    }

    /// Reads a file that has all of some keys and no other one: no words where it has a mistake.
    package typealias Reader = @Sendable (SourceFile, [Key]) -> (words: WordFile?, diagnostics: [Diagnostic])

    package init(file: SourceFile, values: [String: Value]) {
        self.file = file
        self.values = values
    }

    /// The text of a key; empty where there is none.
    package func text(_ name: String) -> String { values[name]?.text ?? "" }

    /// The words of a key; none where it has none.
    package func words(_ name: String) -> [String] { values[name]?.words ?? [] }

    /// True where a key says so.
    package func flag(_ name: String) -> Bool { values[name]?.flag ?? false }

    /// Where the value of a key stands.
    package func place(of name: String) -> Place { file.place(values[name]?.source ?? 0..<0) }
}
