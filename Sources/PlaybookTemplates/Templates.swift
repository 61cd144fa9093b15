import PlaybookCore

extension Rule {
    /// A template that does not exist, although another template or the program asks for it.
    static let missingTemplate = Rule(
        "missing-template",
        "A template does not exist, although the program or another template needs it.",
        why: "What it prints would be missing from every page or message.",
        example: "{{> page-foot}}",
        instead: "{{> page-foot}}, and a file page-foot.mustache beside it")

    /// A template whose tags do not match.
    static let invalidTemplate = Rule(
        "invalid-template",
        "A template is not valid Mustache.",
        why: "No page or message can be made with it.",
        example: "{{#items}}<li>{{title}}</li>",
        instead: "{{#items}}<li>{{title}}</li>{{/items}}")
}

/// The compiled Mustache templates of one folder. The name of a template is its file name without `.mustache`.
package struct Templates: Sendable {
    private let compiled: CompiledTemplates
    /// What it was compiled from, to be compiled again when more is known.
    private let trees: [TemplateKey: TemplateTree]
    private let records: [any TemplateRecord.Type]

    private init(_ trees: [TemplateKey: TemplateTree], _ records: [any TemplateRecord.Type]) {
        compiled = CompiledTemplates(trees, records: records)
        (self.trees, self.records) = (trees, records)
    }

    /// Compiles templates. All mistakes in all files are found in one run.
    ///
    /// - Parameters:
    ///   - files: the `.mustache` files of one folder.
    ///   - required: the templates that must exist, each with the type of the record that it shows.
    ///   - folder: the folder's path, for messages about missing templates.
    package static func compile(
        _ files: [SourceFile], required: [String: any TemplateRecord.Type], in folder: String
    ) -> (templates: Templates, diagnostics: [Diagnostic]) {
        var sources: [String: SourceFile] = [:]
        for file in files where sources[templateName(file)] == nil { sources[templateName(file)] = file }
        var diagnostics = required.keys.sorted().filter { sources[$0] == nil }.map { name in
            Diagnostic(
                .missingTemplate, "there is no template `\(name).mustache`",
                at: Place(file: "\(folder)/\(name).mustache"))
        }
        var trees: [String: TemplateTree] = [:]
        for (name, file) in sources.sorted(by: { $0.key.precedes($1.key) }) {
            do throws(TemplateMistake) {
                let tree = try TemplateParser.parse(file.bytes)
                trees[name] = tree
                diagnostics += unknownPartials(of: tree, in: file, known: sources.keys)
            } catch {
                diagnostics.append(
                    Diagnostic(.invalidTemplate, error.message, at: file.place(error.source), help: error.help))
            }
        }
        // In a template that cannot be read, the meaning of names is uncertain, so they are checked only if all
        // templates can be read.
        if diagnostics.isEmpty {
            var check = NameCheck(trees, sources)
            for (name, type) in required.sorted(by: { $0.key < $1.key }) { check.check(name, record: type) }
            diagnostics = check.diagnostics
        }
        let templates = Templates(indented(trees, sources.mapValues(\.bytes)), Array(required.values))
        return (templates, diagnostics)
    }

    /// The same templates with texts written into them that are the same whenever they are rendered, so that these need not be looked up.
    ///
    /// - Parameter texts: by the name in a tag, such as `company.name`. One is left out unless its first part is a field of the record that is
    ///   rendered and of no other type: only then it always means the same.
    package func knowing(_ texts: [String: String]) -> Templates {
        let names = KnownTexts(texts, records)
        return Templates(trees.mapValues(names.written), records)
    }

    /// The output of a template for a record, in UTF-8. The name must be one of the required templates, with this type of record. Values are escaped
    /// for HTML, except in a template whose name ends in `.txt`.
    package func render(_ name: String, _ record: some TemplateRecord) -> [UInt8] {
        var renderer = TemplateRenderer(compiled, escapes: !name.endsWithBytes(of: ".txt"), values: .record(record))
        renderer.render(TemplateKey(name: name))
        return renderer.output
    }

    /// The same in pieces, with the values of long lists rendered on all cores.
    package func renderOnAllCores(_ name: String, _ record: some TemplateRecord) async -> [[UInt8]] {
        let values = TemplateValue.record(record)
        var renderer = TemplateRenderer(compiled, escapes: !name.endsWithBytes(of: ".txt"), values: values)
        return await renderer.renderOnAllCores(TemplateKey(name: name), values)
    }

    private static func templateName(_ file: SourceFile) -> String {
        let name = file.name.pathName
        return name.removingBytes(ofSuffix: ".mustache") ?? name
    }

    private static func unknownPartials(
        of tree: TemplateTree, in file: SourceFile, known: some Collection<String>
    ) -> [Diagnostic] {
        tree.partials.map(\.name).filter { !known.contains($0.text) }.map { name in
            let near = Diagnostic.help(didYouMean: nearest(to: name.text, among: known))
            return Diagnostic(
                .missingTemplate, "there is no partial `\(name.text)`", at: file.place(name.source), help: near)
        }
    }

    /// The templates, and an indented copy of each template that is included after blanks somewhere: it is read again with the blanks before each of
    /// its lines, as the specification indents a partial.
    static func indented(_ trees: [String: TemplateTree], _ sources: [String: [UInt8]]) -> [TemplateKey: TemplateTree] {
        var found: [TemplateKey: TemplateTree] = [:]
        for (name, tree) in trees { found[TemplateKey(name: name)] = tree }
        var waiting = Array(found)
        // A template that includes itself with more and more blanks has been reported; the limit only ends the loop.
        while let (_, tree) = waiting.popLast(), found.count < 1_000 {
            for partial in tree.partials {
                // It has already been read without the blanks, so it has no mistakes. Its indent already includes the blanks of the place that
                // includes it.
                let inner = TemplateKey(name: partial.name.text, indent: partial.indent)
                guard found[inner] == nil, let source = sources[inner.name],
                    let tree = try? TemplateParser.parse(source.indented(by: inner.indent))
                else { continue }
                found[inner] = tree
                waiting.append((inner, tree))
            }
        }
        return found
    }
}

extension [UInt8] {
    /// The lines, each with blanks before it.
    fileprivate func indented(by blanks: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for line in split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            if line.offset > 0 { result.append(.lineFeed) }
            // There is no line after the last line ending.
            if !(line.element.isEmpty && line.element.startIndex == count) { result += blanks }
            result += line.element
        }
        return result
    }
}
