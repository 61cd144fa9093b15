import PlaybookCore
import PlaybookModel

extension WordFile {
    /// Reads a file that must have all of some keys and no others.
    ///
    /// - Returns: the file, nil if it has a mistake; and the findings about all of its mistakes.
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
        let values = keys.compactMap { key in
            yaml[key.name].map { node in
                var value = Value(source: node.source)
                value.text = node.scalar ?? ""
                value.words = node.texts
                value.flag = node.boolean ?? false
                return (key.name, value)
            }
        }
        return (WordFile(file: file, values: Dictionary(values) { first, _ in first }), record.diagnostics)
    }
}
