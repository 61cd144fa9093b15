/// Numbers for ids, so that sets of ids become sets of bits. Selection asks millions of times whether two sets have
/// an id in common.
struct Numbering: Sendable {
    private var numbers: [String: Int] = [:]

    /// The set of some ids. New ids get the next numbers.
    mutating func numbering(_ ids: some Sequence<String>) -> IDs {
        var result = IDs()
        for id in ids {
            let number = numbers[id] ?? numbers.count
            numbers[id] = number
            result.insert(number)
        }
        return result
    }

    /// The set of those ids that have a number. The others cannot be in any set that was made before.
    func known(_ ids: some Sequence<String>) -> IDs {
        var result = IDs()
        for id in ids { if let number = numbers[id] { result.insert(number) } }
        return result
    }

    var ids: [String] { Array(numbers.keys) }
}

/// A set of numbered ids.
struct IDs: Sendable, Hashable {
    private var words: [UInt64] = []

    mutating func insert(_ number: Int) {
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    func contains(_ number: Int) -> Bool {
        number / 64 < words.count && words[number / 64] & (1 << UInt64(number % 64)) != 0
    }

    func intersects(_ other: IDs) -> Bool {
        for index in 0..<min(words.count, other.words.count) where words[index] & other.words[index] != 0 {
            return true
        }
        return false
    }

    func intersection(_ other: IDs) -> IDs {
        var result = IDs()
        result.words = zip(words, other.words).map { $0 & $1 }
        return result
    }

    func isSubset(of other: IDs) -> Bool {
        for index in words.indices {
            let others = index < other.words.count ? other.words[index] : 0
            if words[index] & ~others != 0 { return false }
        }
        return true
    }

    mutating func formUnion(_ other: IDs) {
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }
}
