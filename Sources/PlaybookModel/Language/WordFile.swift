import PlaybookCore

/// A file of named words, such as the fixed texts of messages in one language.
package struct WordFile: Sendable {
    package let file: SourceFile
    private let values: [String: Value]

    /// The value of a key.
    package struct Value: Sendable {
        /// Empty if it is not a text; the same holds for the other two.
        package var text = ""
        package var words: [String] = []
        package var flag = false
        /// Its place in the file, in bytes.
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

        /// - Parameter summary: one sentence for people, shown if the key is missing.
        package init(_ name: String, _ kind: Kind, _ summary: String) {
            self.name = name
            self.kind = kind
            self.summary = summary
        }
    }

    /// Reads a file that must have all of some keys and no others. Returns no words if the file has a mistake.
    package typealias Reader = @Sendable (SourceFile, [Key]) -> (words: WordFile?, diagnostics: [Diagnostic])

    package init(file: SourceFile, values: [String: Value]) {
        self.file = file
        self.values = values
    }

    /// The text of a key; empty if there is none.
    package func text(_ name: String) -> String { values[name]?.text ?? "" }

    /// The words of a key; empty if there are none.
    package func words(_ name: String) -> [String] { values[name]?.words ?? [] }

    /// The flag of a key; false if there is none.
    package func flag(_ name: String) -> Bool { values[name]?.flag ?? false }

    /// The place of the value of a key.
    package func place(of name: String) -> Place { file.place(values[name]?.source ?? 0..<0) }
}
