import PlaybookCore
import PlaybookMarkup

/// A file on its way to a record: its front matter held against a shape, its Markdown parsed, what is wrong collected.
struct RecordFile: Sendable {
    let file: SourceFile
    /// The front matter; nil where there is none or it could not be read.
    var yaml: YAMLNode?
    var document = Document()
    var diagnostics: [Diagnostic] = []

    /// True when the front matter can be relied on.
    var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

    /// Reads a Markdown file with front matter.
    init(markdown file: SourceFile, shape: Shape, needsFrontMatter: Bool, known: KnownIDs) {
        self.file = file
        guard checkEncoding() else { return }
        do throws(FrontMatter.UnclosedFrontMatter) {
            let parts = try FrontMatter(of: file)
            document = Document(parsing: file.bytes, from: parts.bodyStart)
            diagnostics += PlaybookContent.diagnostics(of: document, in: file)
            diagnostics += controlCharacters(in: file, from: parts.bodyStart)
            diagnostics += controlCharacters(writtenAsNumbersIn: document, of: file)
            if let range = parts.yaml {
                readYAML(range, shape, known)
            } else if needsFrontMatter {
                diagnostics.append(
                    Diagnostic(
                        .missingKey, "the front matter is missing", at: file.place(0..<0),
                        help: "start the file with a line `---`, its keys, and another line `---`"))
            }
        } catch {
            diagnostics.append(
                Diagnostic(
                    .unclosedFrontMatter, "the front matter has no end", at: file.place(error.source),
                    help: "put a line `---` after its last key; for a rule at the top of a page write `***`"))
        }
    }

    /// Reads a YAML file.
    init(yaml file: SourceFile, shape: Shape, known: KnownIDs) {
        self.file = file
        guard checkEncoding() else { return }
        let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        readYAML(start..<file.bytes.count, shape, known)
    }

    private mutating func readYAML(_ range: Range<Int>, _ shape: Shape, _ known: KnownIDs) {
        do throws(YAMLError) {
            // Front matter with nothing in it is a mapping without keys.
            let node = try parseYAML(file.bytes, in: range) ?? YAMLNode(content: .mapping([]), source: range)
            var check = ShapeCheck(file: file, known: known)
            check.check(node, shape, key: "the file")
            diagnostics += check.diagnostics
            yaml = node
        } catch {
            diagnostics.append(
                Diagnostic(.invalidYAML, error.message, at: file.place(error.source), help: error.help))
        }
    }

    private mutating func checkEncoding() -> Bool {
        guard let offset = file.firstByteThatIsNoText else { return true }
        diagnostics.append(
            Diagnostic(
                .invalidUTF8, "this is not UTF-8", at: file.place(offset..<(offset + 1)),
                help: helpForInvalidUTF8(in: file)))
        return false
    }

    /// Puts what the document includes in its place.
    mutating func expandIncludes(_ sources: IncludeSources, from folders: [String]) {
        let expanded = sources.expand(document, of: file, from: folders)
        document = expanded.0
        diagnostics += expanded.1
    }

    /// Adds a finding at the value of a key, or at the start of the front matter where the key is not given.
    mutating func report(
        _ rule: Rule, _ message: String, at node: YAMLNode?, help: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        let start = yaml?.source.lowerBound ?? 0
        let place = file.place(node?.source ?? start..<start)
        diagnostics.append(Diagnostic(rule, message, at: place, help: help, notes: notes))
    }
}
