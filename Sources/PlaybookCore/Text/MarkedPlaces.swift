import CPlatform

/// The places in a file where one ASCII character occurs directly before another. The file is searched once, so that most of its texts need not be
/// searched.
package struct MarkedPlaces: Sendable {
    private var offsets: [Int] = []

    package init(_ first: Unicode.Scalar, before second: Unicode.Scalar, in bytes: [UInt8]) {
        let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            var index = 0
            while let found = memchr(start + index, Int32(first), bytes.count - index) {
                index = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
                if index < bytes.count, bytes[index] == second { offsets.append(index - 1) }
            }
        }
    }

    /// True if one of the places is in a range.
    package func isAny(in range: Range<Int>) -> Bool {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count && offsets[low] < range.upperBound
    }
}
