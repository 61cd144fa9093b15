import PlaybookCore

/// A YAML file of named texts, such as the words of messages in one language.
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

    /// Reads a file that must have exactly these keys.
    ///
    /// - Returns: nil for the file where it has a mistake. All mistakes are reported in one run.
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
        let record = RecordFile(yaml: file, shape: .mapping(fields), known: KnownIDs())
        guard record.isSound, let yaml = record.yaml else { return (nil, record.diagnostics) }
        return (WordFile(file: file, yaml: yaml), record.diagnostics)
    }

    /// The text of a key; empty if there is none.
    package func text(_ name: String) -> String { yaml[name]?.scalar ?? "" }

    /// The texts of a key with a list; empty if there is no such key.
    package func words(_ name: String) -> [String] { yaml[name]?.texts ?? [] }

    /// The value of a key with `true` or `false`; false if there is no such key.
    package func flag(_ name: String) -> Bool { yaml[name]?.boolean ?? false }

    /// The place of a key's value.
    package func place(of name: String) -> Place { file.place(yaml[name]?.source ?? 0..<0) }
}
