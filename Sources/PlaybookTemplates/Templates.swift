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
        "A template is not Mustache that can be read.",
        why: "No page or message can be made with it.",
        example: "{{#items}}<li>{{title}}</li>",
        instead: "{{#items}}<li>{{title}}</li>{{/items}}")
}

/// The Mustache templates of one folder, compiled. A template's name is its file's name without `.mustache`.
package struct Templates: Sendable {
    private let compiled: CompiledTemplates

    /// Compiles templates. All mistakes in all files are found in one go.
    ///
    /// - Parameters:
    ///   - files: the `.mustache` files of one folder.
    ///   - required: the templates that must be there, each with the type of record that it is filled from.
    ///   - folder: the folder's path, for the message about a missing one.
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
        // In a template that cannot be read, what stands where is a guess.
        if diagnostics.isEmpty {
            var check = NameCheck(trees, sources)
            for (name, type) in required.sorted(by: { $0.key < $1.key }) { check.check(name, record: type) }
            diagnostics = check.diagnostics
        }
        let compiled = CompiledTemplates(
            indented(trees, sources.mapValues(\.bytes)), records: Array(required.values))
        return (Templates(compiled: compiled), diagnostics)
    }

    /// What a template makes of a record, in UTF-8. The name must be one of those that were required, with this type of record. Values are
    /// escaped for HTML, but not in a template whose name ends in `.txt`.
    package func render(_ name: String, _ record: some TemplateRecord) -> [UInt8] {
        var renderer = TemplateRenderer(compiled, escapes: !name.endsWithBytes(of: ".txt"), values: .record(record))
        renderer.render(TemplateKey(name: name))
        return renderer.output
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

    /// The templates, and those that stand behind blanks somewhere, read again with the blanks before each of their lines: that is how the
    /// specification indents a partial.
    static func indented(_ trees: [String: TemplateTree], _ sources: [String: [UInt8]]) -> [TemplateKey: TemplateTree] {
        var found: [TemplateKey: TemplateTree] = [:]
        for (name, tree) in trees { found[TemplateKey(name: name)] = tree }
        var waiting = Array(found)
        // One that includes itself further and further to the right has been reported; here it only has to end.
        while let (_, tree) = waiting.popLast(), found.count < 1_000 {
            for partial in tree.partials {
                // Without the blanks it has been read already, so there is no mistake in it. Its own blanks have those of the place in them already.
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
            // Nothing stands behind the last line's ending.
            if !(line.element.isEmpty && line.element.startIndex == count) { result += blanks }
            result += line.element
        }
        return result
    }
}
