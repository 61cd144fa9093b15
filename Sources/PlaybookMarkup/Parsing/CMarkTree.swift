import CCMark

/// Owns a tree that libcmark made and frees it. No pointer into the tree leaves this type's methods.
struct CMarkTree: ~Copyable {
    private let root: OpaquePointer

    /// Parses CommonMark, or returns nil when libcmark has no memory left.
    init?(parsing text: UnsafeBufferPointer<UInt8>) {
        let root = text.withMemoryRebound(to: CChar.self) { text in
            cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
        }
        guard let root else { return nil }
        self.root = root
    }

    deinit { cmark_node_free(root) }

    /// Calls `body` for each node in document order, on entering and, unless it is a leaf, on leaving it.
    func forEachStep(_ body: (_ node: OpaquePointer, _ entering: Bool) -> Void) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            if let node = cmark_iter_get_node(iterator) { body(node, event == CMARK_EVENT_ENTER) }
        }
    }
}
