import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let missingInclude = Rule(
        "missing-include",
        "An include of a file or section that does not exist, or that customers must not read.",
        why: "A part of the page is missing, and nobody notices.",
        example: "<!-- include: ../shared/frist-hour.md -->",
        instead: "<!-- include: ../shared/first-hour.md -->")

    static let includeCycle = Rule(
        "include-cycle",
        "A file that includes itself, directly or through other files.",
        why: "The page would never end.",
        example: """
            shared/a.md: <!-- include: b.md -->
            shared/b.md: <!-- include: a.md -->
            """,
        instead: "shared/a.md: <!-- include: b.md -->")

    static let includeTooLarge = Rule(
        "include-too-large",
        "Includes that add up to more than a page can hold.",
        why: "A few files that each include the next one twice would fill any disk.",
        example: "Twenty files, each of which includes the next one twice.",
        instead: "<!-- include: ../shared/first-hour.md -->")

    static let misplacedInclude = Rule(
        "misplaced-include",
        "An include inside a paragraph.",
        why: "It has no effect there, so what it names is missing.",
        example: "First <!-- include: ../shared/first-hour.md --> then",
        instead: """
            First:

            <!-- include: ../shared/first-hour.md -->

            Then
            """)
}

/// The files that can be included: those of `shared/`, and the chapters.
struct IncludeSources: Sendable {
    struct Source: Sendable {
        /// The number with which nodes from this file are marked, counted from 1.
        let number: Int32
        let file: SourceFile
        /// Nil for a chapter that no known document includes, because keeping its tree would be a waste.
        fileprivate(set) var parsed: Document?
        let isDraft: Bool

        var document: Document { parsed ?? parsedDocument(of: file) }
    }

    private(set) var sources: [String: Source] = [:]
    private var names: [String] = []

    /// The most bytes of an expanded document. A few files that each include the next one twice would otherwise have
    /// no practical limit.
    private static var maximumBytes: Int { 4 << 20 }
    private static var maximumDepth: Int { 16 }

    mutating func add(_ file: SourceFile, _ document: Document?, isDraft: Bool = false) {
        names.append(file.name)
        sources[file.name] = Source(number: Int32(names.count), file: file, parsed: document, isDraft: isDraft)
    }

    /// Parses each included file once, whether it is included directly or by another included file.
    ///
    /// - Parameter documents: the documents with includes, besides those that were added.
    mutating func parseIncluded(by documents: [(file: SourceFile, document: Document)]) {
        var waiting = documents + sources.values.compactMap { source in source.parsed.map { (source.file, $0) } }
        while let (file, document) = waiting.popLast() {
            for include in document.includes {
                guard let name = Self.name(of: include, in: file), let source = sources[name], source.parsed == nil
                else { continue }
                let included = source.document
                sources[name]?.parsed = included
                waiting.append((source.file, included))
            }
        }
    }

    /// The name of the file that an include asks for; nil if it is outside the content folder.
    private static func name(of include: Include, in file: SourceFile) -> String? {
        normalised(file.name.pathFolder + "/" + percentDecoded(include.path))
    }

    /// The file with a number; nil for 0, the document's own.
    func file(_ number: Int32) -> SourceFile? {
        number > 0 && Int(number) <= names.count ? sources[names[Int(number) - 1]]?.file : nil
    }

    /// A document with all includes replaced, also those inside includes; and the findings about them.
    ///
    /// - Parameters:
    ///   - file: the file of the document.
    ///   - folders: the folders from which it may include, such as `shared/`.
    func expand(_ document: Document, of file: SourceFile, from folders: [ContentPart]) -> (Document, [Diagnostic]) {
        var expansion = Expansion(sources: self, folders: folders)
        let result = expansion.expand(document, of: file, stack: [])
        return (result, expansion.diagnostics)
    }

    /// One run over a document and everything that it includes. Recursion ends at `maximumDepth`.
    private struct Expansion {
        let sources: IncludeSources
        let folders: [ContentPart]
        var diagnostics: [Diagnostic] = []
        private var bytes = 0

        init(sources: IncludeSources, folders: [ContentPart]) {
            self.sources = sources
            self.folders = folders
        }

        mutating func expand(_ document: Document, of file: SourceFile, stack: [Diagnostic.Note]) -> Document {
            let includes = document.includes
            guard !includes.isEmpty else { return document }
            var parts: [NodeID: IncludedPart] = [:]
            for include in includes {
                guard include.isBlock else {
                    report(
                        .misplacedInclude, "an include has no effect inside a paragraph", include, file, stack,
                        help: "put it on a line of its own, with empty lines around it")
                    continue
                }
                if let part = part(for: include, in: file, stack: stack) { parts[include.node] = part }
            }
            return document.including(parts)
        }

        private mutating func part(for include: Include, in file: SourceFile, stack: [Diagnostic.Note]) -> IncludedPart?
        {
            guard let source = source(of: include, in: file, stack: stack) else { return nil }
            let here = Diagnostic.Note("included here", at: file.place(include.source))
            let names = stack.compactMap { $0.place?.file } + [file.path]
            if names.contains(source.file.path) {
                report(.includeCycle, "`\(include.path)` includes itself through this file", include, file, stack)
                return nil
            }
            bytes += source.file.bytes.count
            guard stack.count < IncludeSources.maximumDepth, bytes <= IncludeSources.maximumBytes else {
                report(.includeTooLarge, "the includes add up to more than a page can hold", include, file, stack)
                return nil
            }
            let document = expand(source.document, of: source.file, stack: [here] + stack)
            guard let section = include.section else { return IncludedPart(document, file: source.number) }
            if let part = IncludedPart(document, section: section, file: source.number) { return part }
            let near = nearest(to: section, among: document.headings.map(\.id))
            report(
                .missingInclude, "`\(include.path)` has no section `#\(section)`", include, file, stack,
                help: Diagnostic.help(didYouMean: near.map { "#\($0)" }))
            return nil
        }

        private mutating func source(of include: Include, in file: SourceFile, stack: [Diagnostic.Note]) -> Source? {
            let folder = file.name.pathFolder
            let written = percentDecoded(include.path)
            guard let name = IncludeSources.name(of: include, in: file), let source = sources.sources[name] else {
                let near = nearest(to: written, among: sources.names.map { relativePath(of: $0, from: folder) })
                report(
                    .missingInclude, "there is no `\(include.path)` to include", include, file, stack,
                    help: Diagnostic.help(didYouMean: near))
                return nil
            }
            guard folders.contains(where: { $0.contains(name) }) else {
                report(
                    .missingInclude, "customers would read `\(include.path)`, which is for colleagues", include, file,
                    stack, help: "move what is for both to a file in shared/")
                return nil
            }
            guard !source.isDraft else {
                report(.missingInclude, "`\(include.path)` is a draft", include, file, stack)
                return nil
            }
            return source
        }

        private mutating func report(
            _ rule: Rule, _ message: String, _ include: Include, _ file: SourceFile, _ stack: [Diagnostic.Note],
            help: String? = nil
        ) {
            diagnostics.append(Diagnostic(rule, message, at: file.place(include.source), help: help, notes: stack))
        }
    }
}

/// The tree of a Markdown file; an empty tree if the file cannot be read as Markdown.
func parsedDocument(of file: SourceFile) -> Document {
    if case .markdown(let parts) = ParsedFile(markdown: file).content { parts.document } else { Document() }
}
