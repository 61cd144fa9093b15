import PlaybookCore

extension Document {
    /// The targets of links in the document's raw HTML: the values of `id` and of the older `name`. For pages that
    /// keep raw HTML.
    package var htmlAnchors: Set<String> {
        guard kinds.contains(.html) else { return [] }
        var anchors: Set<String> = []
        for node in nodes where node.kind == .htmlBlock || node.kind == .htmlInline {
            // Most HTML in chapters is comments and line breaks, which need no pattern.
            guard bytes(node.literal).contains(UInt8(ascii: "=")) else { continue }
            let html = String(decoding: bytes(node.literal), as: UTF8.self)
            for match in html.matches(of: Self.anchor.matchingSemantics(.unicodeScalar)) {
                let value = match.output.1 ?? match.output.2 ?? match.output.3
                if let value, !value.isEmpty { anchors.insert(String(value)) }
            }
        }
        return anchors
    }

    // Computed, because a regular expression is not Sendable.
    private static var anchor: Regex<(Substring, Substring?, Substring?, Substring?)> {
        /[\s"'](?i:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/
    }
}
