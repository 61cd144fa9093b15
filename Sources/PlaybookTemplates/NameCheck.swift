import PlaybookCore

extension Rule {
    /// A name in a template that no value has.
    static let unknownValue = Rule(
        "unknown-value",
        "A template asks for a value that the program does not give.",
        why: "Nothing would be shown in its place, and nobody would notice.",
        example: "<h1>{{titel}}</h1>",
        instead: "<h1>{{title}}</h1>")
}

/// Finds names in templates that no value has. A name is looked up as in Mustache: in the innermost section first, then in the sections around it. A
/// partial sees the same names as the place that includes it.
struct NameCheck {
    private let trees: [String: TemplateTree]
    private let files: [String: SourceFile]
    private var found: [Place: Diagnostic] = [:]
    /// The partials that are being read, so that a partial that includes itself does not lead to an endless loop.
    private var open: [String] = []

    init(_ trees: [String: TemplateTree], _ files: [String: SourceFile]) {
        self.trees = trees
        self.files = files
    }

    var diagnostics: [Diagnostic] { Array(found.values).inOrder() }

    /// Checks a template and the partials in it.
    ///
    /// - Parameter record: the type of the record that it shows.
    mutating func check(_ template: String, record: any TemplateRecord.Type) {
        check(template, in: [TemplateShape(record: record)])
    }

    private mutating func check(_ template: String, in around: [TemplateShape]) {
        guard let file = files[template], let tree = trees[template] else { return }
        open.append(template)
        check(tree.nodes, in: around, file)
        open.removeLast()
    }

    private mutating func check(_ nodes: [TemplateTree.Node], in stack: [TemplateShape], _ file: SourceFile) {
        for node in nodes {
            switch node {
            case .text: continue
            case .value(let name, _):
                guard let shape = resolve(name, in: stack, file), shape.hasNames else { continue }
                let tag = name.text
                report(name, "`\(tag)` is not a text", "open it as a section: {{#\(tag)}} … {{/\(tag)}}", file)
            case .section(let name, let isInverted, let nodes):
                let shape = resolve(name, in: stack, file)
                let inner = isInverted ? nil : shape.flatMap { $0.hasNames ? $0 : nil }
                check(nodes, in: stack + (inner.map { [$0] } ?? []), file)
            case .partial(let name, _):
                if open.contains(name.text) {
                    report(name, "`\(name.text)` includes itself endlessly", nil, file)
                } else {
                    check(name.text, in: stack)
                }
            }
        }
    }

    private mutating func resolve(_ name: TemplateTree.Name, in stack: [TemplateShape], _ file: SourceFile)
        -> TemplateShape?
    {
        guard let first = name.path.first,
            let start = stack.last(where: { $0.names[first] != nil }) ?? stack.last(where: { $0.isOpen })
        else {
            let known = Set(stack.flatMap(\.names.keys))
            let near = Diagnostic.help(didYouMean: nearest(to: name.path.first ?? "", among: known))
            report(name, "there is no value `\(name.text)` here", near, file)
            return nil
        }
        var shape = start
        for part in name.path {
            guard let next = shape[part] else {
                let near = Diagnostic.help(didYouMean: nearest(to: part, among: Set(shape.names.keys)))
                report(name, "there is no value `\(name.text)` here", near, file)
                return nil
            }
            shape = next
        }
        return shape
    }

    private mutating func report(_ name: TemplateTree.Name, _ message: String, _ help: String?, _ file: SourceFile) {
        let place = file.place(name.source)
        found[place] = Diagnostic(.unknownValue, message, at: place, help: help)
    }
}
