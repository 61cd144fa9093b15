/// True if one of two words means the opposite of the other: `inactive` and `active`, `unsubscribed` and `subscribed`,
/// `not-approved` and `approved`. A mistyped negation counts too. Words of several parts are compared part by part.
/// Such words are never suggested for each other.
func areOpposites(_ one: String, _ other: String) -> Bool {
    let (first, second) = (negationParts(one.lowercased()), negationParts(other.lowercased()))
    // A word such as `not` that only one of them contains.
    if first.count(where: negatingWords.contains) != second.count(where: negatingWords.contains) { return true }
    if first.count == second.count, zip(first, second).contains(where: { $0 != $1 && isNegated($0, $1) }) {
        return true
    }
    return isNegated(one.lowercased(), other.lowercased())
}

/// Prefixes of English and German that turn a word into its opposite.
private let negatingPrefixes = ["un", "in", "im", "il", "ir", "non", "no", "not", "de", "dis", "anti", "nicht", "kein"]
private let negatingWords: Set<String> = [
    "no", "not", "non", "un", "never", "without", "nicht", "kein", "keine", "nie", "ohne",
]

private func negationParts(_ word: String) -> [String] {
    word.split { !($0.isLetter || $0.isNumber) }.map(String.init)
}

private func isNegated(_ one: String, _ other: String) -> Bool {
    hasNegation(one, of: other) || hasNegation(other, of: one)
}

/// True if a word is nearer to another word without its negating prefix than with it. The prefix is then the
/// difference.
private func hasNegation(_ word: String, of other: String) -> Bool {
    negatingPrefixes.contains { prefix in
        guard word.hasPrefix(prefix) else { return false }
        let rest = word.dropFirst(prefix.count).drop { $0 == "-" || $0 == "_" || $0 == " " }
        guard rest.count >= 2 else { return false }
        let (long, short) = (Array(word.unicodeScalars.prefix(64)), Array(rest.unicodeScalars.prefix(64)))
        let known = Array(other.unicodeScalars.prefix(64))
        let distance = editDistance(short, known)
        // The rest must be that word, give or take a typing error.
        return distance < editDistance(long, known) && distance <= max(1, known.count / 4)
    }
}
