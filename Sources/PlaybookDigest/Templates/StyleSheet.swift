import PlaybookCore

extension Rule {
    /// A rule of `styles.css` that would silently have no effect.
    static let invalidStyle = Rule(
        "invalid-style",
        "A rule of the mail styles is not written as it should be.",
        why: "It would silently have no effect.",
        example: ".button { color #FFFFFF; }",
        instead: ".button { color: #FFFFFF; }")
}

/// The rules of `styles.css`: what to write into `style` attributes (docs/templates.md).
struct StyleSheet: Sendable {
    /// By selector: an element's name, or a class with its dot.
    fileprivate(set) var rules: [String: [Declaration]] = [:]

    struct Declaration: Sendable, Hashable {
        var property: String
        var value: String
        /// Its place in the file.
        var source: Range<Int>
    }

    /// Reads flat rules: one selector, then declarations in braces; comments anywhere. All mistakes are found in one run.
    static func parse(_ file: SourceFile) -> (sheet: StyleSheet, diagnostics: [Diagnostic]) {
        var reader = StyleReader(file: file)
        reader.readAll()
        return (StyleSheet(rules: reader.rules), reader.diagnostics)
    }

    /// The value of a `style` attribute for some selectors, ready to stand between double quotes. If two of them declare the same property, the
    /// later one counts.
    func style(_ selectors: some Sequence<String>) -> String {
        var result: [Declaration] = []
        for declaration in selectors.flatMap({ rules[$0] ?? [] }) {
            result.removeAll { $0.property == declaration.property }
            result.append(declaration)
        }
        let text = result.map { "\($0.property):\($0.value)" }.joined(separator: ";")
        return text.replacing("&", with: "&amp;").replacing("\"", with: "'").replacing("<", with: "&lt;")
    }
}

private struct StyleReader {
    let file: SourceFile
    var rules: [String: [StyleSheet.Declaration]] = [:]
    var diagnostics: [Diagnostic] = []
    /// The file with comments blanked, so that offsets stay.
    private var text: [UInt8]

    init(file: SourceFile) {
        self.file = file
        text = file.bytes
        blankComments()
    }

    mutating func readAll() {
        var start = 0
        while let open = find(UInt8(ascii: "{"), from: start) {
            guard let close = find(UInt8(ascii: "}"), from: open + 1) else {
                report("this rule has no closing brace", open..<(open + 1))
                return
            }
            if let nested = find(UInt8(ascii: "{"), from: open + 1), nested < close {
                report("a rule cannot be inside another rule", nested..<(nested + 1))
                return
            }
            readRule(selector: trimmed(start..<open), declarations: (open + 1)..<close)
            start = close + 1
        }
        let rest = trimmed(start..<text.count)
        if !rest.isEmpty { report("this is not a rule: a rule is a selector and declarations in braces", rest) }
    }

    private mutating func readRule(selector: Range<Int>, declarations: Range<Int>) {
        let name = file.text(selector)
        guard name.wholeMatch(of: /\.?[A-Za-z][A-Za-z0-9_-]*/) != nil else {
            report("`\(name)` is not one element's name or one class", selector)
            return
        }
        if rules[name] != nil { report("`\(name)` has a rule already", selector) }
        var result: [StyleSheet.Declaration] = []
        for part in split(declarations) where !part.isEmpty {
            guard let colon = find(UInt8(ascii: ":"), from: part.lowerBound), colon < part.upperBound else {
                report("a declaration is a property, a colon and a value", part)
                continue
            }
            let property = String(decoding: text[trimmed(part.lowerBound..<colon)], as: UTF8.self)
            let value = String(decoding: text[trimmed((colon + 1)..<part.upperBound)], as: UTF8.self)
            guard property.wholeMatch(of: /[a-z-]+/) != nil, !value.isEmpty else {
                report("a declaration is a property, a colon and a value", part)
                continue
            }
            result.append(StyleSheet.Declaration(property: property, value: value, source: part))
        }
        rules[name] = result
    }

    private mutating func blankComments() {
        var index = 0
        while index + 1 < text.count {
            guard text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "*") else {
                index += 1
                continue
            }
            var end = index + 2
            while end + 1 < text.count, text[end] != UInt8(ascii: "*") || text[end + 1] != UInt8(ascii: "/") {
                end += 1
            }
            if end + 1 >= text.count {
                report("this comment has no end", index..<(index + 2))
                end = text.count - 2
            }
            for blank in index..<(end + 2) { text[blank] = .space }
            index = end + 2
        }
    }

    private func split(_ range: Range<Int>) -> [Range<Int>] {
        text[range].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { trimmed($0.startIndex..<$0.endIndex) }
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        text[min(start, text.count)...].firstIndex(of: byte)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = text[range].firstIndex(where: { $0 > .space }),
            let last = text[range].lastIndex(where: { $0 > .space })
        else { return range.lowerBound..<range.lowerBound }
        return first..<(last + 1)
    }

    private mutating func report(_ message: String, _ range: Range<Int>) {
        diagnostics.append(Diagnostic(.invalidStyle, message, at: file.place(range)))
    }
}
