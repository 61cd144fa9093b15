import PlaybookCore

/// A YAML file of named words, such as those that messages say in one language.
package struct WordFile: Sendable {
    package let file: SourceFile
    private let yaml: YAMLNode

    /// A key that such a file must have.
    package struct Key: Sendable {
        /// What its value is.
        package enum Kind: Sendable { case text, words, flag }

        let name: String
        let kind: Kind
        let summary: String

        /// - Parameter summary: one sentence for people, shown where the key is missing.
        package init(_ name: String, _ kind: Kind, _ summary: String) {
            self.name = name
            self.kind = kind
            self.summary = summary
        }
    }

    /// Reads a file that has all of some keys and no other one.
    ///
    /// - Returns: no file where it has a mistake; all mistakes are found in one go.
    package static func read(_ file: SourceFile, keys: [Key]) -> (words: WordFile?, diagnostics: [Diagnostic]) {
        let fields = keys.map { key in
            let shape: Shape =
                switch key.kind {
                case .text: .line
                case .words: .list(.line, atLeast: 0)
                case .flag: .boolean
                }
            return Field(key.name, shape, required: true, key.summary)
        }
        let record = RecordFile(yaml: ParsedFile(yaml: file), shape: .mapping(fields), known: KnownIDs())
        guard record.isSound, let yaml = record.yaml else { return (nil, record.diagnostics) }
        return (WordFile(file: file, yaml: yaml), record.diagnostics)
    }

    /// The text of a key; empty where there is none.
    package func text(_ name: String) -> String { yaml[name]?.scalar ?? "" }

    package func words(_ name: String) -> [String] { yaml[name]?.texts ?? [] }

    package func flag(_ name: String) -> Bool { yaml[name]?.boolean ?? false }

    /// Where the value of a key stands.
    package func place(of name: String) -> Place { file.place(yaml[name]?.source ?? 0..<0) }
}
