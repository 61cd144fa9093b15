import PlaybookCore

/// What libyaml reports about a text that it cannot read.
struct YAMLComplaint {
    /// What is wrong, in libyaml's words.
    var problem: String
    /// What libyaml was doing, such as `while scanning a quoted scalar`; empty if it does not say.
    var context: String
    /// The offset in the text at which it noticed the mistake.
    var noticed: Int
    /// The offset at which the construct in `context` starts.
    var begun: Int
}

/// Finds the mistake behind a complaint, at the place where it was made. libyaml reports the place where it could not
/// continue, which is often a line later or even the end of the file.
struct YAMLMistakes {
    let text: UnsafeBufferPointer<UInt8>

    /// A mistake with its place in the text.
    struct Mistake {
        var message: String
        var source: Range<Int>
        var help: String?
    }

    /// The mistake behind a complaint; in libyaml's own words if it is not one of the frequent mistakes.
    func mistake(behind complaint: YAMLComplaint) -> Mistake {
        tab(complaint) ?? openQuote(complaint) ?? quoteOverLines(complaint) ?? keyWithoutColon(complaint)
            ?? indentation(complaint)
            ?? Mistake(
                message: complaint.problem + (complaint.context.isEmpty ? "" : " " + complaint.context),
                source: complaint.noticed..<complaint.noticed, help: Self.help(complaint.problem))
    }

    private static func help(_ problem: String) -> String? {
        switch problem {
        case let text where text.contains("cannot start any token"): "put the value in quotes"
        case let text where text.contains("mapping values are not allowed"): "put a value that has a colon in quotes"
        case let text where text.contains("could not find expected ':'"): "write a colon and a space after the key"
        case let text where text.contains("did not find expected"):
            "look for a bracket, a quote or an indentation that does not match, here or above"
        default: nil
        }
    }

    private func tab(_ complaint: YAMLComplaint) -> Mistake? {
        let line = lineStart(of: complaint.noticed)
        let blanks = line..<contentStart(ofLineAt: line)
        guard blanks.contains(complaint.noticed) || blanks.upperBound == complaint.noticed,
            let tab = blanks.first(where: { text[$0] == .tab })
        else { return nil }
        return Mistake(
            message: "a tab indents this line, but YAML allows only spaces", source: tab..<(tab + 1),
            help: "replace each tab with two spaces")
    }

    private func openQuote(_ complaint: YAMLComplaint) -> Mistake? {
        guard complaint.context.contains("quoted scalar"),
            complaint.problem.contains("end of stream") || complaint.problem.contains("document indicator")
        else { return nil }
        return Mistake(
            message: "this quotation mark has no partner",
            source: complaint.begun..<min(complaint.begun + 1, text.count),
            help: "write the same mark at the end of the value")
    }

    /// Finds a quotation mark without a partner: the next quotation mark, which opens the value of another line, closes
    /// it.
    private func quoteOverLines(_ complaint: YAMLComplaint) -> Mistake? {
        var end = min(complaint.noticed, text.count) - 1
        while end > 0, text[end] == .space { end -= 1 }
        guard end > 0, text[end] == UInt8(ascii: "\"") || text[end] == UInt8(ascii: "'") else { return nil }
        var start = end - 1
        while start >= 0, text[start] != text[end] { start -= 1 }
        let line = lineStart(of: end)
        guard start >= 0, start < line else { return nil }
        let number = text[..<line].count { $0 == .lineFeed } - text[..<start].count { $0 == .lineFeed }
        return Mistake(
            message:
                "this quotation mark has no partner on its line; the next one is \(number) \(number == 1 ? "line" : "lines") below",
            source: start..<(start + 1), help: "write the same mark at the end of the value")
    }

    private func keyWithoutColon(_ complaint: YAMLComplaint) -> Mistake? {
        guard complaint.problem.contains("could not find expected ':'"), complaint.begun < text.count else {
            return nil
        }
        let line = complaint.begun..<lineEnd(of: complaint.begun)
        let colon = line.first { text[$0] == UInt8(ascii: ":") }
        guard let colon, colon > line.lowerBound, colon + 1 < line.upperBound else {
            return Mistake(
                message: "there is no colon after the key", source: line,
                help: "write a colon and a space after the key")
        }
        return Mistake(
            message: "there is no space after the colon", source: line, help: "write a space after the colon")
    }

    private func indentation(_ complaint: YAMLComplaint) -> Mistake? {
        let line = lineStart(of: complaint.noticed)
        let content = contentStart(ofLineAt: line)
        guard let above = lineAbove(line) else { return nil }
        let (own, other) = (content - line, above.content - above.start)
        // libyaml takes such a line for the start of a text that continues with the next key.
        let isAtKey = complaint.problem.contains("expected key") && complaint.noticed == content
        let isAtColon =
            complaint.problem.contains("mapping values are not allowed")
            && complaint.noticed > content && !text[content..<complaint.noticed].contains(UInt8(ascii: ":"))
        if own == other, isAtKey || isAtColon, !above.hasColon {
            return Mistake(
                message: "there is no colon after the key", source: above.content..<lineEnd(of: above.content),
                help: "write a colon and a space after the key")
        }
        guard own != other else { return nil }
        if complaint.problem.contains("mapping values are not allowed") {
            // Below a key that already has a value, a more deeply indented line continues that value.
            guard own > other, above.hasValue else { return nil }
        } else {
            let isExpected = ["expected key", "expected '-' indicator"].contains { complaint.problem.contains($0) }
            guard isExpected, complaint.noticed == content else { return nil }
        }
        return Mistake(
            message: "this line is indented by \(own), the line above by \(other)", source: content..<content,
            help: "indent keys that belong together by the same number of spaces")
    }

    private func lineStart(of offset: Int) -> Int {
        var start = min(offset, text.count)
        while start > 0, text[start - 1] != .lineFeed, text[start - 1] != .carriageReturn { start -= 1 }
        return start
    }

    /// The end of the text in the line of an offset, without blanks at its end.
    private func lineEnd(of offset: Int) -> Int {
        var end = offset
        while end < text.count, text[end] != .lineFeed, text[end] != .carriageReturn { end += 1 }
        while end > offset, text[end - 1] == .space || text[end - 1] == .tab { end -= 1 }
        return end
    }

    private func contentStart(ofLineAt start: Int) -> Int {
        var start = start
        while start < text.count, text[start] == .space || text[start] == .tab { start += 1 }
        return start
    }

    /// The nearest line above with a key or an item: where it starts, where its key starts, whether a value follows the
    /// key, and whether it has a colon at all. Nil if there is no such line.
    private func lineAbove(_ line: Int) -> (start: Int, content: Int, hasValue: Bool, hasColon: Bool)? {
        var line = line
        while line > 0 {
            line = lineStart(of: line - 1)
            var content = contentStart(ofLineAt: line)
            let end = lineEnd(of: content)
            if content == end || text[content] == UInt8(ascii: "#") { continue }
            while content + 1 < end, text[content] == UInt8(ascii: "-"), text[content + 1] == .space {
                content = contentStart(ofLineAt: content + 1)
            }
            let hasColon = text[content..<end].contains(UInt8(ascii: ":"))
            return (line, content, text[end - 1] != UInt8(ascii: ":"), hasColon)
        }
        return nil
    }
}
