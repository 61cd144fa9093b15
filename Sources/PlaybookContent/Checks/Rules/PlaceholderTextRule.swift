import PlaybookCore

extension Rule {
    static let placeholderText = Rule(
        "placeholder-text",
        "A placeholder that was never replaced: `TODO`, `lorem ipsum`, `XX %`.",
        canBeLowered: true,
        why: "It shows the reader that nobody read the message before it was sent.",
        example: "Scrap fell by XX % on [TODO: line].",
        instead: "Scrap fell by 31 % on Line 3.")
}

/// The findings about words that stand for a text that is still to be written.
func checkPlaceholders(in words: [CustomerText.Word]) -> [TextFinding] {
    placeholders(in: words).map { range in
        TextFinding(
            rule: .placeholderText, message: "this placeholder was not replaced", spot: words.spot(of: range),
            help: "write the real text, or set `draft: true` until it is known")
    }
}

/// The ranges of such words: `TODO`, `lorem ipsum`, `XX %`.
private func placeholders(in words: [CustomerText.Word]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, word) in words.enumerated() {
        let next = index + 1 < words.count ? words[index + 1] : nil
        switch word.text {
        case "TODO", "FIXME", "TBD", "TBA", "TBC": found.append(index..<(index + 1))
        // XX may be a Roman number, except before a per cent sign.
        case "XX", "xx", "X", "x":
            if let next, next.text == "%" { found.append(index..<(index + 2)) }
        case _ where word.text.count > 2 && word.text.allSatisfy({ $0 == "X" }): found.append(index..<(index + 1))
        default:
            if word.folded == "lorem", let next, next.folded == "ipsum" { found.append(index..<(index + 2)) }
            if word.folded == "blindtext" || word.folded == "platzhalter" { found.append(index..<(index + 1)) }
        }
    }
    return found
}
