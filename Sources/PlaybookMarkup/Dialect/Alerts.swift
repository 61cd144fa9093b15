import PlaybookCore

extension Document {
    /// True if a quotation is an alert, whose title depends on the reader's language.
    package var hasAlerts: Bool {
        nodes.contains { if case .alert = $0.kind { true } else { false } }
    }

    /// This document with quotations that start with a line `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or
    /// `[!CAUTION]` turned into alerts. That line is removed.
    func makingAlerts() -> Document {
        guard kinds.contains(.blockQuote) else { return self }
        var result = self
        var removed: Set<NodeID> = []
        for index in nodes.indices where nodes[index].kind == .blockQuote {
            let paragraph = nodes[index].firstChild
            guard paragraph >= 0, nodes[Int(paragraph)].kind == .paragraph else { continue }
            let children = children(of: paragraph)
            guard let first = children.first, nodes[Int(first)].kind == .text,
                let alert = Alert.allCases.first(where: {
                    literal(first).uppercased() == "[!\($0.rawValue.uppercased())]"
                })
            else { continue }
            if children.count == 1 {
                // The marker is a paragraph of its own, with other blocks below it.
                removed.insert(paragraph)
            } else {
                guard nodes[Int(children[1])].kind == .softBreak || nodes[Int(children[1])].kind == .lineBreak else {
                    continue
                }
                removed.formUnion(children.prefix(2))
            }
            result.nodes[index].kind = .alert(alert)
        }
        return result.removing(removed)
    }
}
