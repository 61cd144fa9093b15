import CCMark
import CPlatform

/// Owns a tree that libcmark made and frees it. No pointer into the tree leaves this type's methods.
struct CMarkTree: ~Copyable {
    private let root: OpaquePointer
    /// All memory of the tree. libcmark allocates from the arena of the current thread, so a tree must not leave the
    /// function that made it.
    private let arena: OpaquePointer
    private let memory: UnsafeMutablePointer<cmark_mem>

    /// Parses CommonMark; nil if libcmark returns no tree.
    init?(parsing text: UnsafeBufferPointer<UInt8>) {
        guard let arena = platform_arena_enter() else { return nil }
        let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        memory.initialize(
            to: cmark_mem(
                calloc: platform_arena_calloc, realloc: platform_arena_realloc, free: platform_arena_free))
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
        text.withMemoryRebound(to: CChar.self) { text in
            if let start = text.baseAddress { cmark_parser_feed(parser, start, text.count) }
        }
        guard let root = cmark_parser_finish(parser) else {
            platform_arena_leave(arena)
            memory.deallocate()
            return nil
        }
        self.root = root
        self.arena = arena
        self.memory = memory
    }

    deinit {
        platform_arena_leave(arena)
        memory.deallocate()
    }

    /// Calls `body` for each node in document order: when it is entered and, unless it is a leaf, when it is left.
    func forEachStep(_ body: (_ node: OpaquePointer, _ entering: Bool) -> Void) {
        let iterator = cmark_iter_new(root)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            if let node = cmark_iter_get_node(iterator) { body(node, event == CMARK_EVENT_ENTER) }
        }
    }
}
