import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let strayMarker = Rule(
        "stray-marker",
        """
        Text that looks like the marker of an internal block or an alert, but has no effect; or an internal block without content.
        """,
        why: "The marked text would get into messages, print pages, the search and the Markdown twins of pages.",
        example: "[!INTERNAL] Ask Tomás before you promise a date.",
        instead: """
            > [!INTERNAL]
            > Ask Tomás before you promise a date.
            """)
}

/// Finds markers of internal blocks that have no effect, in all text that can reach customers, print pages, the search
/// or the Markdown versions of pages.
struct MarkerCheck: Sendable {
    private let markers = InternalMarkers()
    private let folding = Folding()

    /// The findings in a snippet. Code counts too, because customers read it.
    ///
    /// - Parameter body: the body of the snippet; nil if its file has other mistakes.
    func findings(
        inSnippet record: RecordFile, _ body: CustomerDocument?, _ sources: IncludeSources
    ) -> [Diagnostic] {
        let body = (body ?? CustomerDocument(cuttingInternalBlocksFrom: record.document)).document
        return body.strayMarkers(markers).map { stray($0, in: body, record.file, sources, isCodeRead: true) }
            + empty(in: record.document, record.file, sources) + values(of: record)
    }

    /// The findings in a voice record.
    func findings(inVoice record: RecordFile) -> [Diagnostic] {
        record.document.misplacedMarkers(markers).map { stray($0, in: record.document, record.file, IncludeSources()) }
            + empty(in: record.document, record.file, IncludeSources())
    }

    /// The findings in a chapter, its title, its description and its play.
    func findings(inChapter record: RecordFile, _ sources: IncludeSources) -> [Diagnostic] {
        record.document.misplacedMarkers(markers).map { stray($0, in: record.document, record.file, sources) }
            + empty(in: record.document, record.file, sources) + values(of: record)
    }

    private func stray(
        _ block: NodeID, in document: Document, _ file: SourceFile, _ sources: IncludeSources, isCodeRead: Bool = false
    ) -> Diagnostic {
        let written = document.marker(in: block, markers) ?? ""
        return Diagnostic(
            .strayMarker, "a marker such as `[!INTERNAL]` has no effect here",
            at: place(block, document, file, sources),
            help: "for colleagues only: start a quotation with the line `> [!INTERNAL]`"
                + (isCodeRead ? "" : "; to write about the marker, put it between backticks")
                + disguiseHelp(disguises(of: written, as: "", folding)))
    }

    private func empty(in document: Document, _ file: SourceFile, _ sources: IncludeSources) -> [Diagnostic] {
        document.emptyInternalBlocks.map { block in
            Diagnostic(
                .strayMarker, "this internal block is empty: the text after it is outside the block",
                at: place(block, document, file, sources),
                help: "start each line of the block with `>`, the empty ones too, or remove the marker")
        }
    }

    /// The findings in values of front matter, which can never be internal.
    private func values(of record: RecordFile) -> [Diagnostic] {
        (record.yaml.map { Passage.passages(of: $0) } ?? []).flatMap(\.pieces).compactMap { piece in
            guard case .value(let node) = piece.origin, let written = markers.marker(in: piece.text) else { return nil }
            return Diagnostic(
                .strayMarker, "a marker such as `[!INTERNAL]` has no effect in front matter",
                at: record.file.place(node.source),
                help: "write what is for colleagues only into an internal block below the front matter"
                    + disguiseHelp(disguises(of: written, as: "", folding)))
        }
    }

    private func place(
        _ block: NodeID, _ document: Document, _ file: SourceFile, _ sources: IncludeSources
    ) -> Place {
        let node = document.nodes[Int(block)]
        return (sources.file(node.file) ?? file).place(Int(node.source.lowerBound)..<Int(node.source.upperBound))
    }
}
