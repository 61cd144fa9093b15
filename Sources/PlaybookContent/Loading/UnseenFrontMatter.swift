import PlaybookCore

extension Rule {
    static let unseenFrontMatter = Rule(
        "unseen-front-matter",
        "Front matter that is not read, because it does not start with a line `---` at the very start of the file.",
        why: "Its keys would have no effect and would be shown on the page as text; a draft would be published.",
        example: """

            ---
            title: The weekly round
            draft: true
            ---
            """,
        instead: """
            ---
            title: The weekly round
            draft: true
            ---
            """)
}

/// Front matter that is not read although its writer meant it as such: it does not start on the first line, its fence
/// is not three hyphens, or it is TOML or JSON. The page would show it as text, and a draft would be published.
struct UnseenFrontMatter {
    let source: Range<Int>
    let message: String
    let help: String

    /// Keys that front matter of other generators usually has. With our own keys they distinguish front matter from
    /// ordinary text.
    private static let usualKeys: Set<String> = [
        "title", "draft", "description", "tags", "aliases", "order", "date", "lastmod", "weight", "layout", "slug",
        "permalink", "url", "id", "type", "categories", "category",
        "keywords", "author", "authors", "language", "lang", "sidebar_position", "sidebar_label", "linkTitle",
        "redirect_from", "redirect_to", "toc", "image", "cascade", "params", "noindex",
    ]

    /// More lines than any front matter has.
    private static let mostLines = 400

    /// Nil if the file has no such front matter.
    ///
    /// - Parameters:
    ///   - file: a file in which no front matter was read.
    ///   - keys: the keys that its front matter could have.
    init?(in file: SourceFile, keys: @autoclosure () -> Set<String>) {
        guard Self.mayBegin(file) else { return nil }
        let lines = Self.lines(of: file)
        let known = keys().union(Self.usualKeys)
        var index = 0
        var isInComment = false
        var hasHashComment = false
        // Empty lines and comments may stand above front matter.
        while index < lines.count {
            let text = lines[index].text
            if isInComment || text.hasPrefix("<!--") {
                isInComment = !text.contains("-->")
            } else if index + 1 < lines.count, text.hasPrefix("# "), Self.isFence(lines[index + 1].text) {
                hasHashComment = true
            } else if !text.isEmpty {
                break
            }
            index += 1
        }
        guard index < lines.count else { return nil }
        let (first, rest) = (lines[index], lines[(index + 1)...])
        let isKnown = { (key: String) in known.contains(key) }
        if Self.isFence(first.text) {
            guard Self.areKeys(rest, colon: ":", isKnown, isStrict: hasHashComment, end: Self.isFence) else {
                return nil
            }
            let problem = Self.problem(of: first, isFirst: index == 0)
            message = problem.message
            help = problem.help
        } else if first.text == "+++" {
            guard Self.areKeys(rest, colon: "=", { _ in true }, isStrict: false, end: { $0 == "+++" }) else {
                return nil
            }
            message = "this front matter is TOML, which is not read"
            help = "write it as YAML between two lines `---`, such as `title: …`"
        } else if first.text == ";;;" {
            guard Self.areKeys(rest, colon: ":", { _ in true }, isStrict: false, end: { $0 == ";;;" }) else {
                return nil
            }
            message = "this front matter is JSON, which is not read"
            help = "write it as YAML between two lines `---`, such as `title: …`"
        } else if first.text.hasPrefix("{") {
            let text = file.text(first.source.lowerBound..<min(first.source.lowerBound + 2_000, file.bytes.count))
            guard text.prefixMatch(of: /\{\s*"[^"\n]+"\s*:/) != nil else { return nil }
            source = first.source.lowerBound..<(first.source.lowerBound + 1)
            message = "this front matter is JSON, which is not read"
            help = "write it as YAML between two lines `---`, such as `title: …`"
            return
        } else if let key = Self.key(first.text, colon: ":"), known.contains(key),
            Self.areKeys(lines[index...], colon: ":", isKnown, isStrict: true, end: { $0 == "---" })
        {
            message = "this front matter has no line `---` above it, so it is not read"
            help = "put a line `---` before its first key"
        } else {
            return nil
        }
        source = first.source
    }

    /// False for a file that begins with a heading or a sentence, as nearly all do. The bytes of its first line show that, before any text is
    /// made from them.
    private static func mayBegin(_ file: SourceFile) -> Bool {
        let bytes = file.bytes
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, bytes[start] <= .space { start += 1 }
        guard start < bytes.count else { return false }
        let end = bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
        switch bytes[start] {
        // A comment, and anything that is not ASCII, is looked at more closely. So is a heading, which may be a comment above a fence.
        case UInt8(ascii: "<"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ";"), UInt8(ascii: "{"),
            UInt8(ascii: "\""), 0x80...:
            return true
        case UInt8(ascii: "#"):
            let next = bytes[min(end + 1, bytes.count)...].first { $0 > .space } ?? 0
            return next == UInt8(ascii: "-") || next >= 0x80
        // A key starts with a small letter, and has a colon on the same line.
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return bytes[start..<end].contains(UInt8(ascii: ":"))
        default: return false
        }
    }

    /// Why a line of hyphens is not the start of front matter.
    private static func problem(of line: Line, isFirst: Bool) -> (message: String, help: String) {
        if line.text != "---" {
            return (
                "this front matter is not read: it starts with `\(line.text)`",
                "write three hyphens, `---`, on the line above its keys and on the line below them"
            )
        }
        if isFirst, line.endsInCarriageReturn {
            return (
                "this front matter is not read: the lines end in carriage returns alone",
                "save the file with the line endings LF or CR LF"
            )
        }
        return (
            "this front matter is not read: something is before it",
            "put its `---` at the very start of the file, without an empty line, a blank or a comment before it"
        )
    }

    /// True when all lines up to an end are keys and their values. A known key on the first line is enough, unless
    /// `isStrict`. Unknown keys must fill all lines up to the end.
    private static func areKeys(
        _ lines: ArraySlice<Line>, colon: Character, _ isKnown: (String) -> Bool, isStrict: Bool, end: (String) -> Bool
    ) -> Bool {
        var hasKey = false
        var startsWithKnown = false
        let startsEmpty = lines.first?.text.isEmpty ?? true
        for line in lines {
            if end(line.text) { return hasKey && (startsWithKnown || !isStrict) }
            if let key = key(line.text, colon: colon), !line.isIndented {
                if !hasKey { startsWithKnown = isKnown(key) }
                hasKey = true
                if startsWithKnown, !isStrict { return true }
                if !startsWithKnown, startsEmpty { return false }
            } else if line.text.isEmpty {
                continue
            } else if hasKey, line.isIndented || "-#]}".contains(line.text.first ?? " ") {
                continue
            } else if colon == "=", line.text.hasPrefix("["), line.text.hasSuffix("]") {
                hasKey = true
            } else {
                return false
            }
        }
        return false
    }

    /// The key of a line, such as `title` of `title: X`; nil for a line without one. Keys start with a small letter,
    /// so a sentence such as `Note: …` has none.
    private static func key(_ line: String, colon: Character) -> String? {
        let line = line.drop { $0 == "\"" }
        let key = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        let rest = line[key.endIndex...].drop { $0 == "\"" || (colon == "=" && $0 == " ") }
        guard let first = key.first, first.isLowercase, rest.first == colon else { return nil }
        let value = rest.dropFirst()
        return value.isEmpty || value.first == " " || value.first == "\t" ? String(key) : nil
    }

    /// True for three or more hyphens, for dashes that a word processor made of them, and for hyphens with a comment
    /// or `yaml` after them.
    private static func isFence(_ line: String) -> Bool {
        let dashes = line.unicodeScalars.prefix {
            $0.properties.generalCategory == .dashPunctuation || $0 == "\u{2212}"
        }
        let rest = line.unicodeScalars[dashes.endIndex...]
        guard dashes.count >= 3 || (!dashes.isEmpty && !dashes.allSatisfy(\.isASCII)) else { return false }
        return rest.isEmpty || String(rest) == "yaml" || (String(rest).wholeMatch(of: /\s+#.*/) != nil)
    }

    private struct Line {
        /// The text without blanks and invisible characters at its ends.
        let text: String
        /// Where this text is in the file.
        let source: Range<Int>
        let isIndented: Bool
        /// True if the line ends in a carriage return without a line feed.
        let endsInCarriageReturn: Bool
    }

    /// The first lines of a file, with any kind of line ending.
    private static func lines(of file: SourceFile) -> [Line] {
        let bytes = file.bytes
        var lines: [Line] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, lines.count < mostLines {
            let end = bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
            let isReturn = end < bytes.count && bytes[end] == .carriageReturn
            let isBoth = isReturn && end + 1 < bytes.count && bytes[end + 1] == .lineFeed
            let whole = file.text(start..<min(end, start + 1_000)).unicodeScalars
            func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar.isInvisible }
            let lead = whole.prefix(while: isBlank)
            var text = whole[lead.endIndex...]
            while let last = text.last, isBlank(last) { text.removeLast() }
            let from = start + String(lead).utf8.count
            let isIndented = lead.first == " " || lead.first == "\t"
            let shown = String(text)
            lines.append(
                Line(
                    text: shown, source: from..<(from + shown.utf8.count), isIndented: isIndented,
                    endsInCarriageReturn: isReturn && !isBoth))
            start = end + (isBoth ? 2 : 1)
        }
        return lines
    }
}
