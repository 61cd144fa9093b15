import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let tabbedText = Rule(
        "tabbed-text",
        "A paragraph of a snippet with tabs in it.",
        severity: .warning, canBeLowered: true,
        why:
            "It probably is a table from a word processor or a spreadsheet. Customers would get its cells as one line of words.",
        example: "Tool\tLife\tCost",
        instead: """
            | Tool | Life | Cost |
            |---|---|---|
            """)
}

/// The findings about paragraphs of a snippet with tabs, which probably were a table elsewhere. Each is reported
/// once, at its first tab.
func checkTabs(_ document: Document, in file: SourceFile, _ sources: IncludeSources) -> [Diagnostic] {
    var seen: Set<NodeID> = []
    return document.nodes.indices.compactMap { index in
        let node = document.nodes[index]
        guard node.kind == .text, document.nodes[Int(node.parent)].kind == .paragraph else { return nil }
        let file = sources.file(node.file) ?? file
        let source = Int(node.source.lowerBound)..<min(Int(node.source.upperBound), file.bytes.count)
        guard let tab = file.bytes[source].firstIndex(of: .tab), seen.insert(node.parent).inserted else { return nil }
        return Diagnostic(
            .tabbedText, "this paragraph contains tabs, as if a table had been pasted", at: file.place(tab..<(tab + 1)),
            help: "write a Markdown table, with `|` between cells, or blanks in place of the tabs")
    }
}
