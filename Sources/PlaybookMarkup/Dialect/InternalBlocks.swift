extension Document {
    /// The block quotes that start with `[!INTERNAL]`: what colleagues say among themselves (content.md).
    public var internalBlocks: [NodeID] {
        nodes.indices.compactMap { index in
            guard nodes[index].kind == .blockQuote else { return nil }
            let first = nodes[index].firstChild
            guard first >= 0, nodes[Int(first)].kind == .paragraph else { return nil }
            let text = plainText(of: first).drop { $0.isWhitespace }.uppercased()
            return text.hasPrefix("[!INTERNAL]") ? NodeID(index) : nil
        }
    }
}

/// A document that customers may read. It can only be made by cutting what is internal from a document, so a renderer for
/// customers that takes one cannot leak (email.md, "Internal text cannot leak").
public struct CustomerDocument: Sendable {
    /// The document without its internal blocks.
    public let document: Document

    public init(cuttingInternalBlocksFrom document: Document) {
        self.document = document.removing(Set(document.internalBlocks))
    }
}
