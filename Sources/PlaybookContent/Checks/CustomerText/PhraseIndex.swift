/// Phrases to search for in texts. They are compared word by word. Case and the characters between words are ignored.
/// The time of a search depends only on the length of the text.
struct PhraseIndex: Sendable {
    private var phrases: [String: [[String]]] = [:]

    init(_ phrases: [String]) {
        for phrase in phrases {
            let words = Self.words(of: phrase)
            if let first = words.first { self.phrases[first, default: []].append(words) }
        }
    }

    /// The places of phrases: the longest phrase at each place, and no phrase inside another.
    func occurrences(in words: [CustomerText.Word]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < words.count {
            let lengths = (phrases[words[index].folded] ?? []).compactMap { phrase in
                words[index...].lazy.map(\.folded).starts(with: phrase) ? phrase.count : nil
            }
            if let length = lengths.max() { found.append(index..<(index + length)) }
            index += lengths.max() ?? 1
        }
        return found
    }

    /// The words of a phrase in lower case.
    static func words(of phrase: String) -> [String] {
        phrase.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension [CustomerText.Word] {
    /// The place of a range of words, from its first word to its last word in the same file.
    func spot(of range: Range<Int>) -> CustomerText.Spot {
        let first = self[range.lowerBound]
        let last = self[range].last { $0.file == first.file } ?? first
        let start = first.source.lowerBound
        return CustomerText.Spot(source: start..<Swift.max(start, last.source.upperBound), file: first.file)
    }
}
