import PlaybookCore
import PlaybookMarkup

extension Rule {
    static let foreignSyntax = Rule(
        "foreign-syntax",
        "Markup of another generator, such as a shortcode, that stays on the page as text. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the markup in place of what it stands for: a note, a picture, a part of another file.",
        example: """
            !!! warning
                Switch the gateway off.
            """,
        instead: """
            > [!WARNING]
            > Switch the gateway off.
            """)
}

/// Markup of other generators, which is only text here: shortcodes of Hugo (`{{< figure >}}`), tags of Jekyll and
/// GitBook (`{% hint %}`), includes of mdBook (`{{#include a.rs}}`), blocks of Docusaurus (`:::tip`) and MkDocs (`!!!
/// note`), attributes of kramdown (`{: .wide}`), tables of contents (`[TOC]`), imports of MDX.
struct ForeignSyntax {
    /// Its place in the file.
    let source: Range<Int>
    /// Its text, cut after a few words.
    let text: String
    /// The name of the tag or block, such as `figure`; empty if it has none.
    let name: String

    /// All foreign markup of a document's own file, in order. A closing tag such as `{% endhint %}` is not reported
    /// again.
    static func all(in document: Document, of file: SourceFile) -> [ForeignSyntax] {
        var found: [ForeignSyntax] = []
        // Most files have no tag at all, and then only the starts of lines are looked at.
        let bytes = file.bytes
        let doubled = MarkedPlaces("{", before: "{", in: bytes)
        let withSign = MarkedPlaces("{", before: "%", in: bytes)
        for index in document.nodes.indices.dropFirst() {
            let node = document.nodes[index]
            guard node.file == 0 else { continue }
            let source = node.range(in: bytes.count)
            switch node.kind {
            case .text:
                if isLineStart(source, in: bytes), document.startsLine(index),
                    let block = atStartOfLine(source, in: file)
                {
                    found.append(block)
                } else if doubled.isAny(in: source) || withSign.isAny(in: source) {
                    found += tags(in: source, of: file, isCode: false)
                }
            case .codeBlock where doubled.isAny(in: source): found += tags(in: source, of: file, isCode: true)
            default: break
            }
        }
        return found
    }

    /// True if a mark that must be at the start of a line is possible here. Two bytes decide that, because it is
    /// checked for every text.
    private static func isLineStart(_ source: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard source.count > 1 else { return false }
        let second = bytes[source.lowerBound + 1]
        switch bytes[source.lowerBound] {
        case UInt8(ascii: ":"): return second == UInt8(ascii: ":")
        case UInt8(ascii: "!"): return second == UInt8(ascii: "!")
        case UInt8(ascii: "?"): return second == UInt8(ascii: "?")
        case UInt8(ascii: "{"): return second == UInt8(ascii: ":")
        case UInt8(ascii: "["): return true
        case UInt8(ascii: "i"): return second == UInt8(ascii: "m")
        default: return false
        }
    }

    private static func atStartOfLine(_ source: Range<Int>, in file: SourceFile) -> ForeignSyntax? {
        // Longer than any markup that starts a line.
        let range = source.lowerBound..<min(source.upperBound, source.lowerBound + 200)
        // This runs for every line of every text, and searching for a pattern takes longer than reading the line.
        guard
            [":::", "!!!", "???", "{:", "[[", "[TOC", "[_TOC", "import "].contains(where: {
                file.bytes[range].starts(with: $0.utf8)
            })
        else { return nil }
        let text = file.text(range)
        func found(_ match: Substring, _ name: Substring) -> ForeignSyntax {
            let count = match.utf8.count
            return ForeignSyntax(
                source: range.lowerBound..<(range.lowerBound + count), text: String(match), name: name.lowercased())
        }
        if let match = text.prefixMatch(of: /(?::{3,} *\{?|[!?]{3}\+? +)([A-Za-z][A-Za-z-]*)\}?/) {
            return found(match.output.0, match.output.1)
        }
        if let match = text.prefixMatch(of: /\{:[^{}\n]*\}/) { return found(match.output, "") }
        if let match = text.wholeMatch(of: /\[\[?_?TOC_?\]\]?/) { return found(match.output, "toc") }
        if let match = text.prefixMatch(of: /(import) [^\n]+ from ["'][^"'\n]+["'];?/) {
            return found(match.output.0, match.output.1)
        }
        return nil
    }

    /// Tags between braces. In code, only tags that include another file count.
    private static func tags(in range: Range<Int>, of file: SourceFile, isCode: Bool) -> [ForeignSyntax] {
        let bytes = file.bytes
        let brace = UInt8(ascii: "{")
        var found: [ForeignSyntax] = []
        var index = range.lowerBound
        while index + 2 < range.upperBound {
            defer { index += 1 }
            guard bytes[index] == brace, bytes[index + 1] == brace || bytes[index + 1] == UInt8(ascii: "%"),
                index == 0 || bytes[index - 1] != UInt8(ascii: "\\")
            else { continue }
            // In code, most braces belong to another language.
            if isCode, bytes[index + 1] != brace || bytes[index + 2] != UInt8(ascii: "#") { continue }
            let rest = file.text(index..<min(range.upperBound, index + 200))
            guard let tag = tag(atStartOf: rest, isCode: isCode) else { continue }
            let source = index..<(index + tag.text.utf8.count)
            found.append(ForeignSyntax(source: source, text: String(tag.text), name: tag.name))
            index = source.upperBound - 1
        }
        return found
    }

    private static func tag(atStartOf text: String, isCode: Bool) -> (text: Substring, name: String)? {
        // The third byte decides which one of the patterns is possible.
        if text.startsWithBytes(of: "{{#"),
            let match = text.prefixMatch(of: /\{\{#((?:rustdoc_)?include|playground|title)\b[^{}\n]*(?:\}\})?/)
        {
            return (match.output.0, match.output.1 == "title" ? "title" : "include")
        }
        if isCode { return nil }
        if text.startsWithBytes(of: "{{<") || text.startsWithBytes(of: "{{%"),
            let match = text.prefixMatch(
                of: /\{\{[<%] *([A-Za-z][\w.\/-]*)[^\n]*?(?:[%>]\}\}|$)/.anchorsMatchLineEndings())
        {
            return (match.output.0, match.output.1.lowercased())
        }
        if text.startsWithBytes(of: "{%"),
            let match = text.prefixMatch(of: /\{%-? *([A-Za-z][\w-]*)[^\n]*?(?:%\}|$)/.anchorsMatchLineEndings())
        {
            let name = match.output.1.lowercased()
            return name.hasPrefix("end") ? nil : (match.output.0, name)
        }
        if isValueOfGenerator(text),
            let match = text.prefixMatch(of: /\{\{-? *(?:site|page|layout|book|config|post)\.[^{}\n]*(?:\}\})?/)
        {
            return (match.output, "")
        }
        return nil
    }

    /// True for a tag that may be a value of another generator. Merge fields are not, and there are many: to make a pattern for each took longer than
    /// all other checks of the rule.
    private static func isValueOfGenerator(_ text: String) -> Bool {
        let name = text.utf8.dropFirst(2).drop { $0 == UInt8(ascii: "-") || $0 == .space }
        return ["site.", "page.", "layout.", "book.", "config.", "post."].contains { name.starts(with: $0.utf8) }
    }

    /// What to write instead.
    var help: String {
        switch name {
        case "note", "tip", "info", "important", "warning", "danger", "caution", "success", "hint", "admonition",
            "alert",
            "callout", "notice", "abstract", "question", "failure", "bug", "example", "quote":
            "write an alert: a quotation with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` alone on its first line"
        case "include", "include_relative", "readfile", "snippet", "content-ref", "includecode":
            "include a file of chapters/ or shared/ with `<!-- include: PATH -->` on a line of its own; write code into the file itself"
        case "ref", "relref", "link", "post_url", "page-ref": "link to the file: `[text](other.md)`"
        case "figure", "img", "image", "imgproc": "write `![what it shows](picture.png)`"
        case "highlight", "code", "codeblock": "put the code between two lines of three backticks"
        case "toc": "remove it: pages list their headings"
        case "title": "write `title:` in the front matter"
        case "import": "remove it, and write in Markdown what it would show"
        default: "remove it, or write in Markdown what it would show"
        }
    }
}

extension Document {
    /// True for a text at the start of its paragraph or of a line in it.
    fileprivate func startsLine(_ text: Int) -> Bool {
        switch nodes[text - 1].kind {
        case .paragraph: true
        case .softBreak, .lineBreak: nodes[text - 1].parent == nodes[text].parent
        default: false
        }
    }
}

/// The markup of other generators in a document's own file, which its page shows as text.
///
/// - Parameter isForCustomers: true for a snippet. Braces that look like merge fields have findings of their own
///   there.
func checkForeignSyntax(_ document: Document, in file: SourceFile, isForCustomers: Bool = false) -> [Diagnostic] {
    ForeignSyntax.all(in: document, of: file).compactMap { found in
        if isForCustomers, found.text.hasPrefix("{{") { return nil }
        return Diagnostic(
            .foreignSyntax, "`\(found.text)` has no meaning here, and stays as text", at: file.place(found.source),
            help: found.help, severity: isForCustomers ? .error : nil)
    }
}
