/// Gives each word a number, counted from 0.
package struct Numbers: Sendable {
    private var numbers: [String: Int] = [:]

    package init() {}

    /// The number of a word. A new word gets the next number.
    package mutating func number(of word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = numbers.count
        return numbers.count - 1
    }

    /// The numbers of the words that have one. A word without a number is left out, because it is equal to no word that
    /// has one.
    package func set(_ words: [String]) -> NumberSet {
        var set = NumberSet()
        for word in words { if let number = numbers[word] { set.insert(number) } }
        return set
    }
}

/// A set of small numbers, as bits.
package struct NumberSet: Sendable, Hashable {
    private var words: [UInt64] = []

    package init() {}

    /// Sets with the same numbers are equal, whatever the order of the insertions, because there is never an empty word
    /// of bits at the end.
    package mutating func insert(_ number: Int) {
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    package mutating func formUnion(_ other: NumberSet) {
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    package func contains(_ number: Int?) -> Bool {
        guard let number, number / 64 < words.count else { return false }
        return words[number / 64] & (1 << UInt64(number % 64)) != 0
    }

    package func isDisjoint(with other: NumberSet) -> Bool {
        for index in 0..<min(words.count, other.words.count) where words[index] & other.words[index] != 0 {
            return false
        }
        return true
    }
}
