import CPlatform

extension UnsafeBufferPointer<UInt8> {
    /// True if one ASCII character occurs directly before another. This is called very often, and Foundation's search for a sequence takes ten times
    /// as long.
    package func contains(_ first: Unicode.Scalar, before second: Unicode.Scalar) -> Bool {
        let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
        guard var start = baseAddress else { return false }
        let end = start + count
        while let found = memchr(start, Int32(first), end - start) {
            start += UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            if start < end, start.pointee == second { return true }
        }
        return false
    }
}

extension ArraySlice<UInt8> {
    /// True if one ASCII character occurs directly before another.
    package func contains(_ first: Unicode.Scalar, before second: Unicode.Scalar) -> Bool {
        withUnsafeBufferPointer { $0.contains(first, before: second) }
    }
}

extension [UInt8] {
    /// True if one ASCII character occurs directly before another.
    package func contains(_ first: Unicode.Scalar, before second: Unicode.Scalar) -> Bool {
        withUnsafeBufferPointer { $0.contains(first, before: second) }
    }
}

extension UInt8 {
    /// True for `A` to `Z` and `a` to `z`.
    @inlinable package var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    @inlinable package var isASCIILetterOrDigit: Bool {
        isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    /// The characters that a backslash escapes in Markdown (CommonMark 0.30, section 2.1).
    @inlinable package var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
