/// A template as it was read: its texts and tags, in order.
struct TemplateTree: Sendable {
    /// A name as it is written, such as `page.title`.
    struct Name: Sendable {
        /// Its parts; empty for `.`, the value that the section is about.
        let path: [String]
        /// Its place in the file.
        let source: Range<Int>

        var text: String { path.isEmpty ? "." : path.joined(separator: ".") }
    }

    indirect enum Node: Sendable {
        /// Text that is printed as it is.
        case text([UInt8])
        case value(Name, isEscaped: Bool)
        case section(Name, isInverted: Bool, [Node])
        /// Another template, with blanks before each of its lines.
        case partial(Name, indent: [UInt8])
    }

    var nodes: [Node] = []

    /// The partials that the template includes directly, once for each time that it includes them.
    var partials: [(name: Name, indent: [UInt8])] {
        func partials(in nodes: [Node]) -> [(name: Name, indent: [UInt8])] {
            nodes.flatMap { node in
                switch node {
                case .text, .value: [(name: Name, indent: [UInt8])]()
                case .section(_, _, let nodes): partials(in: nodes)
                case .partial(let name, let indent): [(name, indent)]
                }
            }
        }
        return partials(in: nodes)
    }
}

/// A mistake in a template's syntax.
struct TemplateMistake: Error {
    let message: String
    let source: Range<Int>
    var help: String?
}
