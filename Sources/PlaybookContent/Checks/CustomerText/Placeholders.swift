/// The words that stand for a text that is still to be written: `TODO`, `lorem ipsum`, `XX %`.
func placeholders(in words: [CustomerText.Word]) -> [Range<Int>] {
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
