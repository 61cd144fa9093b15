import PlaybookCore

/// The message templates in the form for pages. The policy of pages forbids styles on elements, so each style of a message becomes a class of one
/// style sheet.
struct PageStyles: Sendable {
    /// Marks the place for the head of a page. Other text never has this control character.
    static let head = UInt8(1)

    /// The templates, with classes.
    private(set) var files: [SourceFile] = []
    /// The attributes of the elements of bodies, by element.
    private(set) var bodyAttributes: [String: String] = [:]
    private var names: [String: String] = [:]
    private var rules: [String] = []
    private var blocks: [String] = []

    /// The style sheet. The rules of style blocks come last, because they override the styles of elements.
    var sheet: [UInt8] { Array(((rules + blocks.map(withClasses)).joined(separator: "\n") + "\n").utf8) }

    /// - Parameter bodyAttributes: the attributes for elements of bodies in messages.
    init(_ sources: [SourceFile], _ styles: StyleSheet, bodyAttributes: [String: String]) {
        for source in sources {
            let file = withoutBlock(source)
            var attributes: [String] = []
            let rewritten = styles.rewritten(file) { selectors, kept in
                attributes = kept
                if let name = className(styles.style(selectors)) { attributes.insert(name, at: 0) }
                return attributes.isEmpty ? [] : ["class=\"\(attributes.joined(separator: " "))\""]
            }
            files.append(rewritten.file)
        }
        for (element, attributes) in bodyAttributes.sorted(by: { $0.key.precedes($1.key) }) {
            // The attribute `style`, and `class` if there is one, become one attribute `class`.
            guard let style = attributes.firstRange(of: "style=\""), let name = className(styles.style([element]))
            else {
                continue
            }
            let other = attributes.firstRange(of: "class=\"").map { " " + attributes[$0.upperBound...] } ?? "\""
            self.bodyAttributes[element] = attributes[..<style.lowerBound] + "class=\"\(name)" + other
        }
    }

    /// A template whose style block has been moved to the style sheet. The mark for the head of a page takes its place.
    private mutating func withoutBlock(_ file: SourceFile) -> SourceFile {
        guard let open = file.bytes.firstRange(of: Array("<style>".utf8)),
            let close = file.bytes[open.upperBound...].firstRange(of: Array("</style>".utf8))
        else { return file }
        blocks.append(String(decoding: file.bytes[open.upperBound..<close.lowerBound], as: UTF8.self))
        let bytes = file.bytes[..<open.lowerBound] + [Self.head] + file.bytes[close.upperBound...]
        return SourceFile(path: file.path, name: file.name, bytes: Array(bytes))
    }

    /// A style block with classes in place of selectors that match the text of `style` attributes.
    private func withClasses(_ block: String) -> String {
        block.replacing(/\[style\*="?([^\]"]+)"?\]/) { match in
            let found = names.filter { $0.key.contains(match.output.1) }.map { "." + $0.value }
            return ":is(\(found.sortedByBytes().joined(separator: ",")))"
        }
    }

    /// The class for the declarations of a `style` attribute; nil if there are none.
    private mutating func className(_ declarations: String) -> String? {
        if declarations.isEmpty { return nil }
        if let name = names[declarations] { return name }
        let name = "s\(names.count + 1)"
        names[declarations] = name
        let css = declarations.replacing("&lt;", with: "<").replacing("&amp;", with: "&")
        rules.append(".\(name) { \(css) }")
        return name
    }
}
