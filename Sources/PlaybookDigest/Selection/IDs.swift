/// A set of the numbers of snippets, as bits, because selection intersects such sets millions of times.
struct IDs: Sendable, Hashable {
    private var words: [UInt64] = []

    init() {}

    /// All numbers below a count.
    init(below count: Int) {
        words = Array(repeating: .max, count: count / 64)
        if count % 64 > 0 { words.append(1 << UInt64(count % 64) - 1) }
    }

    /// The indexes of the elements for which `holds` returns true.
    init<Element>(of elements: [Element], where holds: (Element) -> Bool) {
        words = Array(repeating: 0, count: (elements.count + 63) / 64)
        for index in elements.indices where holds(elements[index]) { words[index / 64] |= 1 << UInt64(index % 64) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func insert(_ number: Int) {
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    mutating func remove(_ number: Int) {
        if number / 64 < words.count { words[number / 64] &= ~(1 << UInt64(number % 64)) }
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
        var result = self
        for index in words.indices { result.words[index] &= index < other.words.count ? other.words[index] : 0 }
        return result
    }

    func subtracting(_ other: IDs) -> IDs {
        var result = self
        result.subtract(other)
        return result
    }

    mutating func subtract(_ other: IDs) {
        for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
    }

    mutating func formUnion(_ other: IDs) {
        if words.isEmpty {
            words = other.words
            return
        }
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    /// Calls a function with each number that another set has too, in order.
    @inline(__always)
    func forEach(in other: IDs, _ body: (Int) -> Void) {
        for index in 0..<min(words.count, other.words.count) {
            var rest = words[index] & other.words[index]
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Calls `body` with each number, in order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// The numbers, in order.
    var numbers: [Int] {
        var result: [Int] = []
        forEach { result.append($0) }
        return result
    }
}
