extension Collection<UInt8> {
    /// True where one ASCII character stands directly before another. For hot places: Foundation's search for a
    /// sequence takes ten times as long.
    package func contains(_ first: Unicode.Scalar, before second: Unicode.Scalar) -> Bool {
        let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
        var previous: UInt8 = 0
        for byte in self {
            if byte == second, previous == first { return true }
            previous = byte
        }
        return false
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
