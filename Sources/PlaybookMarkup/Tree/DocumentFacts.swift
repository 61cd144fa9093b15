/// Answers that checks, pages, search and print need again and again. They are computed once, when the tree of a document is finished. A change
/// of the tree discards them.
struct DocumentFacts: Sendable {
    let headings: [Heading]
    let internalBlocks: [NodeID]
    let internalParts: [NodeID]
    let wordCount: Int
}

extension Document {
    /// Computes the facts about a finished tree.
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

    /// The block quotes that start with `[!INTERNAL]`, which contain what colleagues say among themselves (docs/markdown.md).
    ///
    /// A quotation counts as internal if its first letters read so, whatever markup is around them. `[!INTERNAL]` may be a link if somebody
    /// defined its label, or a heading, an item or code, and none of that may publish the text.
    package var internalBlocks: [NodeID] { facts?.internalBlocks ?? foundInternalBlocks }

    /// The internal blocks, and the footnotes to which only they refer, or only such footnotes.
    package var internalParts: [NodeID] { facts?.internalParts ?? foundInternalParts(internalBlocks) }

    /// The number of words that a reader sees: runs of bytes without blanks in texts and code.
    package var wordCount: Int { facts?.wordCount ?? countedWords }
}
