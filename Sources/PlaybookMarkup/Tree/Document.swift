/// The index of a node in its document. The root is 0; a node's index is greater than its parent's.
package typealias NodeID = Int32

/// A Markdown document as a tree that is a value: the nodes are in one array, in document order; their texts are in
/// one pool of bytes. It has no pointer into libcmark, is walked with loops, and can cross threads.
package struct Document: Sendable {
    /// All nodes in document order; the root is the first.
    package internal(set) var nodes: [Node]
    /// All literals, addresses and titles, one after another.
    var pool: [UInt8]
    /// Mistakes of the writer, in the order in which they were found.
    package internal(set) var problems: [MarkupProblem] = []
    /// The kinds of nodes that the document may have. It has no node of any other kind. Most passes over a document have nothing to do, and see
    /// it here.
    private(set) var kinds: KindSet = []
    /// What is known about the finished tree; nil while the tree is being made.
    var facts: DocumentFacts?

    /// An empty document.
    package init() {
        nodes = [Node(kind: .document, parent: -1)]
        pool = []
    }

    /// A range of the pool.
    package struct Span: Sendable, Hashable {
        var start: Int32
        var count: Int32

        static let empty = Span(start: 0, count: 0)
        package var isEmpty: Bool { count == 0 }
    }

    /// One node of the tree.
    package struct Node: Sendable {
        package internal(set) var kind: Kind
        /// The text of a leaf: of a text, code, code block or raw HTML. Also the label of a footnote, the own id of a
        /// heading, and the width of an image.
        var literal = Span.empty
        /// The number of the file that the node was included from, from 1; 0 for the document's own file.
        package internal(set) var file: Int32 = 0
        /// Where the node is: offsets of bytes in the file. The range of an inline includes its delimiters.
        package internal(set) var source: Range<Int32> = 0..<0
        /// The node above; -1 for the root.
        package internal(set) var parent: NodeID
        var firstChild: NodeID = -1
        var lastChild: NodeID = -1
        var next: NodeID = -1

        init(kind: Kind, parent: NodeID) {
            self.kind = kind
            self.parent = parent
        }

        /// True for a text. This is cheaper than comparing kinds, which have values.
        @inlinable package var isText: Bool { if case .text = kind { true } else { false } }

        /// The place of the node, cut to the length of a file with `count` bytes.
        package func range(in count: Int) -> Range<Int> {
            let lower = min(Int(source.lowerBound), count)
            return lower..<max(lower, min(Int(source.upperBound), count))
        }
    }

    /// What a node is, with the values that belong to its kind.
    package enum Kind: Sendable, Hashable {
        case document, blockQuote
        case list(List)
        /// `isChecked`: whether a task is done; nil for an item that is not a task.
        case item(isChecked: Bool?)
        case codeBlock(info: Span)
        case htmlBlock, paragraph
        case heading(level: Int8)
        case thematicBreak
        /// Its children are rows, the first of which is the heading.
        case table
        case tableRow(isHeading: Bool)
        case tableCell(Alignment?, isHeading: Bool)
        case alert(Alert)
        /// All footnotes, at the end of the document.
        case footnotes
        /// Its number, from 1, and the number of references to it.
        case footnote(number: Int32, uses: Int32)
        /// The number of the footnote, and which of its references this is; both from 1.
        case footnoteReference(number: Int32, use: Int32)
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough
        case link(url: Span, title: Span)
        case image(url: Span, title: Span)
    }

    /// How the items of a list are marked and spaced.
    package struct List: Sendable, Hashable {
        /// The first number of an ordered list, nil for a bullet list.
        package var start: Int32?
        /// True for a tight list, whose paragraphs are shown without `<p>` elements.
        package var isTight: Bool
    }

    /// How the cells of a column are aligned.
    package enum Alignment: String, Sendable, Hashable { case left, center, right }

    /// The kind of an alert, which is a quotation that starts with `[!NOTE]` or the like.
    package enum Alert: String, Sendable, Hashable, CaseIterable {
        case note, tip, important, warning, caution

        /// The title for readers, in English. Messages have titles in their own language.
        package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// The bytes of a span.
    func bytes(_ span: Span) -> ArraySlice<UInt8> {
        pool[Int(span.start)..<Int(span.start + span.count)]
    }

    /// The text of a leaf.
    package func literal(_ id: NodeID) -> String {
        String(decoding: bytes(nodes[Int(id)].literal), as: UTF8.self)
    }

    /// The address of a link or image, as written but with escapes resolved; empty for other nodes.
    package func url(_ id: NodeID) -> String {
        switch nodes[Int(id)].kind {
        case .link(let url, _), .image(let url, _): String(decoding: bytes(url), as: UTF8.self)
        default: ""
        }
    }

    mutating func store(_ bytes: some Collection<UInt8>) -> Span {
        guard !bytes.isEmpty else { return .empty }
        let span = Span(start: Int32(pool.count), count: Int32(bytes.count))
        pool.append(contentsOf: bytes)
        return span
    }

    /// Adds a node as the last child of its parent.
    mutating func append(_ node: Node) -> NodeID {
        let id = NodeID(nodes.count)
        nodes.append(node)
        kinds.formUnion(KindSet(node.kind))
        guard node.parent >= 0 else { return id }
        let last = nodes[Int(node.parent)].lastChild
        if last >= 0 { nodes[Int(last)].next = id } else { nodes[Int(node.parent)].firstChild = id }
        nodes[Int(node.parent)].lastChild = id
        return id
    }
}
