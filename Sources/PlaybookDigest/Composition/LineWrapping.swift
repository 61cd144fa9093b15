import PlaybookCore

/// The text part with its long lines of prose wrapped at 72 columns, each with the indentation of its first line. A
/// line without a blank stays whole, and so do the lines of `kept`: code that a body shows (docs/templates.md).
func wrappingLines(of text: String, keeping kept: Set<Substring>) -> String {
    lines(of: text).flatMap { line -> [String] in
        guard line.utf8.count > 72, line.displayWidth > 72, !kept.contains(line) else { return [String(line)] }
        let indentation = line.prefix { $0 == " " }
        return wrapped(String(line.dropFirst(indentation.count)), to: 72 - min(40, indentation.count))
            .map { indentation + $0 }
    }.joined(separator: "\n")
}

/// The beginning of a text on one line, cut at a blank so that it has at most `limit` characters.
func shortened(_ text: String, to limit: Int) -> String {
    let words = text.split { $0.isWhitespace }
    let line = words.joined(separator: " ")
    guard line.count > limit else { return line }
    var result = ""
    // The first word that does not fit ends it: a shorter one after it would make a sentence that nobody said.
    for word in words {
        guard result.count + word.count + 1 < limit else { break }
        result += (result.isEmpty ? "" : " ") + word
    }
    return (result.isEmpty ? String(line.prefix(limit - 1)) : result) + "…"
}

/// The lines of a text. Its bytes are searched: to look for a line feed among characters takes ten times as long.
func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).map { Substring($0) }
}
