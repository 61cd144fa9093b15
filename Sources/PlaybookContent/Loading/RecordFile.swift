import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let invalidYAML = Rule(
        "invalid-yaml",
        "A file or its front matter is not valid YAML.",
        why: "Nothing in the file can be checked or used, and two programs may read it differently.",
        example: "title: Bearing alerts: nine days' warning",
        instead: "title: \"Bearing alerts: nine days' warning\"")

    static let commentInValue = Rule(
        "comment-in-value",
        "A value without quotes that ends at a ` #`, because YAML takes what follows for a comment.",
        why: "The rest of the value is lost silently. A title is the subject of a customer's message.",
        example: "title: The #1 reason for scrap",
        instead: "title: \"The #1 reason for scrap\"")

    static let invalidUTF8 = Rule(
        "invalid-utf8",
        "A file that is not UTF-8.",
        why: "Its letters cannot be known for certain, so names would be spelled wrongly in mail.",
        example: "Stra\\xDFe, saved as Latin-1",
        instead: "Straße, saved as UTF-8")

    static let unclosedFrontMatter = Rule(
        "unclosed-front-matter",
        "Front matter that starts but does not end.",
        why: "The whole page would be taken for settings.",
        example: """
            ---
            title: Roles

            # Roles
            """,
        instead: """
            ---
            title: Roles
            ---

            # Roles
            """)
}

/// A file on its way to becoming a record: its front matter, checked against a shape, its parsed Markdown, and the
/// findings so far.
struct RecordFile: Sendable {
    let file: SourceFile
    /// The front matter; nil if there is none or it could not be read.
    var yaml: YAMLNode?
    var document = Document()
    var diagnostics: [Diagnostic] = []

    /// The name of the front matter as a whole, in messages that otherwise name a key.
    static let frontMatter = "the front matter"

    /// True when there are no errors so far, so that the front matter can be relied on.
    var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

    /// Reads a Markdown file with front matter.
    init(markdown parsed: ParsedFile, shape: Shape, needsFrontMatter: Bool, known: KnownIDs) {
        file = parsed.source
        switch parsed.content {
        case .noText(let offset): reportEncoding(offset)
        case .unclosed(let source):
            diagnostics.append(
                Diagnostic(
                    .unclosedFrontMatter, "the front matter has no end", at: file.place(source),
                    help: "put a line `---` after its last key; for a rule at the top of a page write `***`"))
        case .markdown(let parts):
            document = parts.document
            diagnostics += PlaybookContent.diagnostics(of: document, in: file)
            let unseen = parts.frontMatter == nil ? UnseenFrontMatter(in: file, keys: shape.keys) : nil
            // A second byte order mark that hides the front matter is reported as that.
            diagnostics += controlCharacters(in: file, from: unseen?.source.upperBound ?? parts.bodyStart)
            diagnostics += controlCharacters(writtenAsNumbersIn: document, of: file)
            if let range = parts.frontMatter, let reading = parts.reading {
                take(reading, in: range, shape, known, isFrontMatter: true)
            } else if let unseen {
                diagnostics.append(
                    Diagnostic(.unseenFrontMatter, unseen.message, at: file.place(unseen.source), help: unseen.help))
            } else if needsFrontMatter {
                diagnostics.append(
                    Diagnostic(
                        .missingKey, "the front matter is missing", at: file.place(0..<0),
                        help: "start the file with a line `---`, its keys, and another line `---`"))
            }
        case .yaml, .table: break
        }
    }

    /// Reads a YAML file.
    init(yaml parsed: ParsedFile, shape: Shape, known: KnownIDs) {
        file = parsed.source
        switch parsed.content {
        case .noText(let offset): reportEncoding(offset)
        case .yaml(let range, let reading): take(reading, in: range, shape, known, isFrontMatter: false)
        case .unclosed, .markdown, .table: break
        }
    }

    private mutating func take(
        _ reading: YAMLReading, in range: Range<Int>, _ shape: Shape, _ known: KnownIDs, isFrontMatter: Bool
    ) {
        for cut in reading.cuts {
            diagnostics.append(
                Diagnostic(
                    .commentInValue, "what follows ` #` is a comment: the value ends before it", at: file.place(cut),
                    help: "put the value in quotes; for a comment, write a blank after the `#`"))
        }
        if let error = reading.error {
            diagnostics.append(
                Diagnostic(.invalidYAML, error.message, at: file.place(error.source), help: error.help))
        }
        // A cut may have removed the end of a list or mapping, and then there is nothing to check.
        guard reading.error == nil, reading.root != nil || reading.cuts.isEmpty else { return }
        // Empty front matter is a mapping without keys.
        let node = reading.root ?? YAMLNode(content: .mapping([]), source: range)
        if isFrontMatter, node.kind != .mapping {
            diagnostics.append(
                Diagnostic(
                    .wrongType, "the front matter is \(node.kind.rawValue), but takes keys",
                    at: file.place(node.source),
                    help: "write `key: value` on each line; for a rule at the top of a page write `***`"))
            return
        }
        var check = ShapeCheck(file: file, known: known)
        check.check(node, shape, key: isFrontMatter ? Self.frontMatter : "the file")
        diagnostics += check.diagnostics
        // Characters in values were found above. In a comment they can make a line look different from what it is.
        if !check.diagnostics.hasErrors {
            diagnostics += controlCharacters(in: file, from: range.lowerBound, upTo: range.upperBound)
        }
        yaml = node
    }

    private mutating func reportEncoding(_ offset: Int) {
        diagnostics.append(
            Diagnostic(
                .invalidUTF8, "this is not UTF-8", at: file.place(offset..<(offset + 1)),
                help: helpForInvalidUTF8(in: file)))
    }

    /// Replaces the includes in the document.
    mutating func expandIncludes(_ sources: IncludeSources, from folders: [ContentPart]) {
        let expanded = sources.expand(document, of: file, from: folders)
        document = expanded.0
        diagnostics += expanded.1
    }

    /// Adds a finding at a value, or at the start of the front matter if the value is nil.
    mutating func report(
        _ rule: Rule, _ message: String, at node: YAMLNode?, help: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        let start = yaml?.source.lowerBound ?? 0
        let place = file.place(node?.source ?? start..<start)
        diagnostics.append(Diagnostic(rule, message, at: place, help: help, notes: notes))
    }
}
