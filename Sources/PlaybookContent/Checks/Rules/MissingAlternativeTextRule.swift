import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let missingAlternativeText = Rule(
        "missing-alternative-text",
        "An image without alternative text.",
        severity: .warning, canBeLowered: true,
        why: "Readers who cannot see it, and mail programs that do not load it, get nothing.",
        example: "![](../assets/gate.svg)",
        instead: "![The gate: four items pass, two do not](../assets/gate.svg)")
}

/// The findings about images of a document without an alternative text.
func checkImages(_ document: Document, in file: SourceFile, _ sources: IncludeSources) -> [Diagnostic] {
    checkImages(document.links, of: document, in: file, sources)
}

/// The findings about images without an alternative text, among links of the document that the caller already has.
func checkImages(
    _ links: [Link], of document: Document, in file: SourceFile, _ sources: IncludeSources
) -> [Diagnostic] {
    links.compactMap { link in
        guard link.isImage, !document.hasAlternativeText(link.node) else { return nil }
        return Diagnostic(
            .missingAlternativeText, "this image has no alternative text",
            at: (sources.file(link.file) ?? file).place(link.source),
            help: "write between the brackets what it shows")
    }
}

extension Document {
    /// True if an image contains text that can be read aloud.
    fileprivate func hasAlternativeText(_ image: NodeID) -> Bool {
        steps(of: image).contains { step in
            guard case .enter(let id) = step else { return false }
            switch nodes[Int(id)].kind {
            case .text, .code: return literal(id).contains { !$0.isWhitespace }
            default: return false
            }
        }
    }
}
