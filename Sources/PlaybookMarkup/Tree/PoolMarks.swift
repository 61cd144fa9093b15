import CPlatform

/// The places of something in a document's pool. The pool is searched once, which is cheaper than searching each of its texts.
struct PoolMarks {
    private var offsets: [Int32] = []
    private var isSorted = true

    var isEmpty: Bool { offsets.isEmpty }

    /// Adds the places of some bytes.
    mutating func add(_ sign: StaticString, in pool: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while let found = pool.firstIndex(of: sign, from: index) {
            if let last = offsets.last, last > Int32(found) { isSorted = false }
            offsets.append(Int32(found))
            index = found + 1
        }
    }

    /// Adds the places of a byte.
    mutating func add(_ byte: UInt8, in pool: UnsafeBufferPointer<UInt8>) {
        guard let start = pool.baseAddress else { return }
        var index = 0
        while let found = memchr(start + index, Int32(byte), pool.count - index) {
            index = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            if let last = offsets.last, last >= Int32(index) { isSorted = false }
            offsets.append(Int32(index - 1))
        }
    }

    /// Sorts the places. Must be called before the places are used.
    mutating func sort() {
        if !isSorted { offsets.sort() }
        isSorted = true
    }

    /// True if one of the places is in a span.
    func isAny(in span: Document.Span) -> Bool {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < span.start { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count && offsets[low] < span.start + span.count
    }
}
