import PlaybookCore

extension Document {
    /// Parses the dialect: CommonMark 0.30, and what docs/markdown.md adds to it.
    ///
    /// - Parameters:
    ///   - bytes: the whole file; well-formed UTF-8.
    ///   - start: where the Markdown starts, after a byte order mark or front matter.
    /// - Returns: the tree; its source offsets count from the start of the file.
    public init(parsing bytes: [UInt8], from start: Int = 0) {
        let start = min(start, bytes.count)
        self = bytes.withUnsafeBufferPointer { file in
            let text = UnsafeBufferPointer(rebasing: file[start...])
            let builder = TreeBuilder(text, lines: LineTable(text, offset: start))
            var document = builder.document
            if !builder.tables.isEmpty {
                document = document.makingTables(builder.tables, definitions: linkReferenceDefinitions(in: text))
            }
            return document.markingTasks().strikingThrough(in: file).makingAlerts()
        }
        nodes[0].source = Int32(start)..<Int32(bytes.count)
    }
}
