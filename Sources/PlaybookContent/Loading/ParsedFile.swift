import PlaybookCore
import PlaybookMarkup

/// A file of the content folder, parsed without the others. Nothing in it depends on another file, so all files are parsed together, on all
/// cores, before any is compared with the others.
struct ParsedFile: Sendable {
    let source: SourceFile
    let content: Content

    enum Content: Sendable {
        /// The offset of the first byte that cannot be in a text.
        case noText(Int)
        /// A Markdown file whose front matter has no end, and where the front matter starts.
        case unclosed(Range<Int>)
        case markdown(Markdown)
        case yaml(Range<Int>, YAMLReading)
        /// A table, whose rows are read only when they are needed.
        case table
    }

    /// A Markdown file in its two parts.
    struct Markdown: Sendable {
        let document: Document
        let bodyStart: Int
        /// The place of the front matter; nil if there is none.
        let frontMatter: Range<Int>?
        /// The front matter, read as YAML; nil if there is none.
        let reading: YAMLReading?
    }

    init(_ source: SourceFile) {
        self.source = source
        if source.name.endsWithBytes(of: ".md") {
            content = Self.markdown(source)
        } else if source.name.endsWithBytes(of: ".yml") || source.name.endsWithBytes(of: ".yaml") {
            content = Self.yaml(source)
        } else {
            content = .table
        }
    }

    /// A file read as Markdown, whatever its name.
    init(markdown source: SourceFile) {
        self.source = source
        content = Self.markdown(source)
    }

    /// A file read as YAML, whatever its name.
    init(yaml source: SourceFile) {
        self.source = source
        content = Self.yaml(source)
    }

    private static func markdown(_ source: SourceFile) -> Content {
        if let offset = source.firstByteThatIsNoText { return .noText(offset) }
        do throws(FrontMatter.UnclosedFrontMatter) {
            let parts = try FrontMatter(of: source)
            return .markdown(
                Markdown(
                    document: Document(parsing: source.bytes, from: parts.bodyStart), bodyStart: parts.bodyStart,
                    frontMatter: parts.yaml, reading: parts.yaml.map { readYAML(source.bytes, in: $0) }))
        } catch {
            return .unclosed(error.source)
        }
    }

    private static func yaml(_ source: SourceFile) -> Content {
        if let offset = source.firstByteThatIsNoText { return .noText(offset) }
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let range = start..<source.bytes.count
        return .yaml(range, readYAML(source.bytes, in: range))
    }
}
