/// What checks, pages, search and print ask of a document again and again, worked out once, when its tree is finished. A change of the tree
/// makes it unknown.
struct DocumentFacts: Sendable {
    let headings: [Heading]
    let internalBlocks: [NodeID]
    let internalParts: [NodeID]
    let wordCount: Int
}

extension Document {
    /// Works out what is known of a finished tree.
    mutating func settle() {
        facts = nil
        let blocks = foundInternalBlocks
        facts = DocumentFacts(
            headings: foundHeadings, internalBlocks: blocks, internalParts: foundInternalParts(blocks),
            wordCount: countedWords)
    }

    /// This document, finished.
    func settled() -> Document {
        var result = self
        result.settle()
        return result
    }

    /// The headings in order, with the ids that the large code hosts give them.
    package var headings: [Heading] { facts?.headings ?? foundHeadings }

    /// The block quotes that start with `[!INTERNAL]`: what colleagues say among themselves (docs/markdown.md).
    ///
    /// A quotation counts as internal when the first letters in it read so, whatever markup is around them: `[!INTERNAL]` may be a link
    /// where somebody defined its label, a heading, an item or code, and none of that may let it out.
    package var internalBlocks: [NodeID] { facts?.internalBlocks ?? foundInternalBlocks }

    /// The internal blocks, and the footnotes to which nothing but they, or such footnotes, refer.
    package var internalParts: [NodeID] { facts?.internalParts ?? foundInternalParts(internalBlocks) }

    /// The number of words that a reader sees: runs of bytes without blanks in texts and code.
    package var wordCount: Int { facts?.wordCount ?? countedWords }
}
