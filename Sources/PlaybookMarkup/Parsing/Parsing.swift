import PlaybookCore

extension Document {
    /// Parses the dialect: CommonMark 0.30, and what docs/markdown.md adds to it.
    ///
    /// - Parameters:
    ///   - bytes: the whole file; well-formed UTF-8.
    ///   - start: where the Markdown starts, after a byte order mark or front matter.
    /// - Returns: the tree; its source offsets count from the start of the file.
    package init(parsing bytes: [UInt8], from start: Int = 0, as dialect: Dialect = .playbook) {
        var start = min(start, bytes.count)
        // libcmark removes one byte order mark at the start of its text, so all of them are removed first.
        while bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
        self = bytes.withUnsafeBufferPointer { [start] file in
            let text = UnsafeBufferPointer(rebasing: file[start...])
            switch dialect {
            case .commonMark: return TreeBuilder(text, lines: LineTable(text, offset: start)).document
            case .playbook: return Document(text, at: start, in: file)
            }
        }
        nodes[0].source = Int32(start)..<Int32(bytes.count)
        if dialect == .playbook { settle() }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>, at start: Int, in file: UnsafeBufferPointer<UInt8>) {
        var document: Document
        if let masks = Masks(text) {
            document = masks.text.withUnsafeBufferPointer { masked in
                Document(masked, masks: masks, at: start, in: file)
            }
            document.unmask(masks)
        } else {
            let builder = TreeBuilder(text, lines: LineTable(text, offset: start))
            document = builder.document
            if !builder.tables.isEmpty {
                document = document.makingTables(builder.tables, definitions: linkReferenceDefinitions(in: text))
            }
        }
        document.markTasks(in: file)
        self = document.linkingAddresses(in: file).strikingThrough(in: file).makingAlerts()
        readOwnIDs()
        readImageWidths()
        self = numberingFootnotes()
        breakLines()
        reportDuplicateIDs()
    }

    /// Parses a text in which bytes are hidden, up to the step that resolves references to footnotes.
    private init(
        _ masked: UnsafeBufferPointer<UInt8>, masks: Masks, at start: Int, in file: UnsafeBufferPointer<UInt8>
    ) {
        let builder = TreeBuilder(masked, lines: LineTable(masked, offset: start), masks: masks)
        let isPlain = builder.tables.isEmpty && builder.footnotes.isEmpty
        let references = isPlain ? [] : linkReferenceDefinitions(in: masked)
        self = builder.document
        var tables = builder.tables
        var paragraphs: [NodeID: [LeafContent.Line]] = [:]
        var footnotes: [FootnoteLayout.Definition] = []
        if !builder.footnotes.isEmpty {
            let taken = takingFootnotes(builder.footnotes, in: file, masks: masks)
            self = taken.document
            footnotes = taken.definitions
            tables = [:]
            for (id, layout) in builder.tables { tables[taken.newID[Int(id)]] = layout }
            for (id, layout) in builder.footnotes where !layout.leadingLines.isEmpty {
                paragraphs[taken.newID[Int(id)]] = layout.leadingLines
            }
        }
        if !tables.isEmpty || !paragraphs.isEmpty {
            self = makingTables(tables, paragraphs: paragraphs, definitions: references)
        }
        append(footnotes, references: references, masks: masks)
        if masks.hasFootnotes { self = referringToFootnotes(masks, in: file) }
    }
}
