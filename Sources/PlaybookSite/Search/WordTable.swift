/// Words, each with a number, in the order in which they came.
struct WordTable: Sendable {
    /// The words, one after another.
    private var bytes: [UInt8] = []
    /// Where each word ends.
    private var ends: [Int] = []
    /// A hash table with open addressing: each slot has the number of a word, or -1. The number of slots is a power of two.
    private var slots = [Int32](repeating: -1, count: 1 << 12)

    var count: Int { ends.count }

    subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

    /// The number of a word. A new word gets a new number.
    mutating func number(of word: Span<UInt8>) -> Int {
        if ends.count * 2 > slots.count { grow() }
        var slot = Self.hash(word) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if isWord(number, word) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(ends.count)
        for index in 0..<word.count { bytes.append(word[index]) }
        ends.append(bytes.count)
        return ends.count - 1
    }

    private func isWord(_ number: Int, _ word: Span<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == word.count else { return false }
        for index in 0..<word.count where bytes[start + index] != word[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for number in 0..<ends.count {
            var slot = Self.hash(self[number].span) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a, folded, because the low bits alone would collide too often.
    private static func hash(_ word: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<word.count { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
