import PlaybookCore

/// Texts that are known before a template is rendered, by the names that mean them.
struct KnownTexts: Sendable {
    private let texts: [String: String]

    /// - Parameters:
    ///   - texts: by name. Names that can mean something else too are left out.
    ///   - records: the types that are rendered.
    init(_ texts: [String: String], _ records: [any TemplateRecord.Type]) {
        var owners: [String: Int] = [:]
        var hasUnknownNames = false
        var seen: Set<ObjectIdentifier> = []
        var waiting = records
        while let type = waiting.popLast() {
            guard seen.insert(ObjectIdentifier(type)).inserted else { continue }
            for field in type.outline {
                owners[field.name, default: 0] += 1
                if case .texts = field.kind { hasUnknownNames = true }
                if let inner = field.kind.inner { waiting.append(inner) }
            }
        }
        let ofRendered = Set(records.flatMap { $0.outline.map(\.name) })
        guard !hasUnknownNames else {
            self.texts = [:]
            return
        }
        self.texts = texts.filter { name, _ in
            let first = String(name.prefix { $0 != "." })
            return ofRendered.contains(first) && owners[first] == 1
        }
    }

    /// A template with the texts in it.
    func written(into tree: TemplateTree) -> TemplateTree { TemplateTree(nodes: written(into: tree.nodes)) }

    private func written(into nodes: [TemplateTree.Node]) -> [TemplateTree.Node] {
        var result: [TemplateTree.Node] = []
        for node in nodes {
            var node = node
            switch node {
            case .value(let name, let isEscaped):
                guard let text = texts[name.text], let bytes = printed(text, isEscaped) else { break }
                node = .text(bytes)
            case .section(let name, let isInverted, let inner):
                node = .section(name, isInverted: isInverted, written(into: inner))
            case .text, .partial: break
            }
            // Texts that now stand side by side are printed as one.
            if case .text(let bytes) = node, case .text(let before)? = result.last {
                result[result.count - 1] = .text(before + bytes)
            } else {
                result.append(node)
            }
        }
        return result
    }

    /// The text as it is printed; nil if that depends on whether the template is HTML.
    private func printed(_ text: String, _ isEscaped: Bool) -> [UInt8]? {
        let bytes = Array(text.utf8)
        guard isEscaped else { return bytes }
        var escaped: [UInt8] = []
        escaped.appendEscapedWithQuotes(bytes)
        return escaped == bytes ? bytes : nil
    }
}
