import CCMark
import CPlatform
import PlaybookCore

/// Copies libcmark's tree into a `Document`, node by node, and finds each node's place in the source.
struct TreeBuilder {
    private(set) var document = Document()
    /// The paragraphs that are tables in the dialect, but not for libcmark.
    private(set) var tables: [NodeID: TableLayout] = [:]
    /// The paragraphs that define footnotes.
    private(set) var footnotes: [NodeID: FootnoteLayout] = [:]
    private let masks: Masks?
    private let text: UnsafeBufferPointer<UInt8>
    private let lines: LineTable
    private var parent: NodeID = -1
    private var inlines: InlineLocator?
    /// A buffer for a leaf's text, which is used again for the next leaf.
    private var emptied = LeafContent()

    /// Parses a text whose lines come from a file as `lines` says. The document is empty if libcmark runs out of memory.
    init(_ text: UnsafeBufferPointer<UInt8>, lines: LineTable, masks: Masks? = nil) {
        self.text = text
        self.masks = masks
        self.lines = lines
        document.pool.reserveCapacity(text.count)
        document.nodes.reserveCapacity(text.count / 24)
        guard let tree = CMarkTree(parsing: text) else { return }
        tree.forEachStep { node, entering in take(node, entering: entering) }
    }

    private mutating func take(_ node: OpaquePointer, entering: Bool) {
        let type = cmark_node_get_type(node)
        if type == CMARK_NODE_DOCUMENT {
            parent = entering ? 0 : -1
        } else if entering {
            enter(node, type)
        } else {
            leave(type)
        }
    }

    private mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) {
        let kind = kind(of: node, type)
        var new = Document.Node(kind: kind, parent: parent)
        if let literal = cmark_node_get_literal(node) { new.literal = store(literal) }
        switch type {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
            CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            new.source = narrowed(inlines?.enter(kind, literal: document.bytes(new.literal)) ?? 0..<0)
        default:
            new.source = narrowed(blockSource(of: node))
        }
        let id = document.append(new)
        if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING {
            let containers = containers(around: id)
            let locator = InlineLocator(
                reusing: taken(), text: text, lines: lines, firstLine: Int(cmark_node_get_start_line(node)),
                lastLine: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_start_column(node)),
                containers: containers, isHeading: type == CMARK_NODE_HEADING)
            layOut(id, locator, containers, isHeading: type == CMARK_NODE_HEADING)
            inlines = locator
        }
        if !isLeaf(type) { parent = id }
    }

    /// Finds the tables and footnotes that libcmark has taken for a paragraph. Footnotes inside a quotation are left
    /// there: what is quoted for colleagues must not appear at the end of the page.
    private mutating func layOut(
        _ id: NodeID, _ locator: InlineLocator, _ containers: [InlineLocator.Container], isHeading: Bool
    ) {
        var lines = Int.max
        if let masks, !containers.contains(where: \.isBlockQuote),
            let layout = FootnoteLayout(locator.content, from: locator.cursor, masks: masks)
        {
            footnotes[id] = layout
            lines = layout.leadingLinesWithReferences
        }
        // For libcmark, a line of hyphens below a footnote makes a heading of it. A heading without a footnote stays
        // one.
        if isHeading, footnotes[id] == nil { return }
        if let layout = TableLayout(locator.content, from: locator.cursor, lines: lines) { tables[id] = layout }
    }

    private mutating func leave(_ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            if let content = inlines?.content { emptied = content }
            inlines = nil
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            let kind = document.nodes[Int(parent)].kind
            if let end = inlines?.leave(kind) {
                let start = document.nodes[Int(parent)].source.lowerBound
                document.nodes[Int(parent)].source = start..<max(start, Int32(end))
            }
        default: break
        }
        if !isLeaf(type) { parent = document.nodes[Int(parent)].parent }
    }

    /// Hands out the buffer, so that the caller is its only owner.
    private mutating func taken() -> LeafContent {
        defer { emptied = LeafContent() }
        return emptied
    }

    private mutating func kind(of node: OpaquePointer, _ type: cmark_node_type) -> Document.Kind {
        switch type {
        case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(
                Document.List(
                    start: isOrdered ? Int32(cmark_node_get_list_start(node)) : nil,
                    isTight: cmark_node_get_list_tight(node) != 0))
        case CMARK_NODE_ITEM: return .item(isChecked: nil)
        case CMARK_NODE_CODE_BLOCK: return .codeBlock(info: store(cmark_node_get_fence_info(node)))
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_HEADING: return .heading(level: Int8(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_HTML_INLINE: return .htmlInline
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK:
            return .link(url: store(cmark_node_get_url(node)), title: store(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            return .image(url: store(cmark_node_get_url(node)), title: store(cmark_node_get_title(node)))
        default: return .paragraph
        }
    }

    private func isLeaf(_ type: cmark_node_type) -> Bool {
        switch type {
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_TEXT,
            CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            true
        default: false
        }
    }

    private mutating func store(_ string: UnsafePointer<CChar>?) -> Document.Span {
        string.map { document.store(UnsafeBufferPointer(terminatedBy: $0)) } ?? .empty
    }

    private func narrowed(_ range: Range<Int>) -> Range<Int32> { Int32(range.lowerBound)..<Int32(range.upperBound) }

    /// The range from the first byte of a block to the end of its last line. libcmark's end columns are not used,
    /// because for some blocks they are 0.
    private func blockSource(of node: OpaquePointer) -> Range<Int> {
        let firstLine = Int(cmark_node_get_start_line(node))
        let lastLine = max(firstLine, Int(cmark_node_get_end_line(node)), lastLineOfHTML(node, from: firstLine))
        let start = min(text.count, lines.start(of: firstLine) + max(0, Int(cmark_node_get_start_column(node)) - 1))
        let origin = lines.origin(of: start, onLine: firstLine)
        return origin..<max(origin, lines.origin(of: lines.end(of: lastLine), onLine: lastLine))
    }

    /// The last line of an HTML block, counted from its text; 0 for other blocks. libcmark reports the line before it if a block ends at its own
    /// end mark, such as that of a comment.
    private func lastLineOfHTML(_ node: OpaquePointer, from firstLine: Int) -> Int {
        guard cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, let literal = cmark_node_get_literal(node) else {
            return 0
        }
        let bytes = UnsafeBufferPointer(terminatedBy: literal)
        let lines = bytes.count { $0 == .lineFeed } + (bytes.last == .lineFeed ? 0 : 1)
        return firstLine + max(0, lines - 1)
    }

    /// The block quotes and list items around a leaf, outermost first.
    private func containers(around leaf: NodeID) -> [InlineLocator.Container] {
        var containers: [InlineLocator.Container] = []
        var id = document.nodes[Int(leaf)].parent
        while id > 0 {
            let node = document.nodes[Int(id)]
            switch node.kind {
            case .blockQuote: containers.append(.blockQuote)
            case .item:
                let first = document.nodes[Int(node.firstChild)].source.lowerBound
                containers.append(.item(indent: max(2, min(Int(first - node.source.lowerBound), 14))))
            default: break
            }
            id = node.parent
        }
        return containers.reversed()
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Copies the bytes of a C string, without its terminator.
    init(terminatedBy string: UnsafePointer<CChar>) {
        let start = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
        self.init(start: start, count: strlen(string))
    }
}
