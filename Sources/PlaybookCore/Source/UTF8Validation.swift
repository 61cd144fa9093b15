import CPlatform

extension SourceFile {
    /// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7); nil if all bytes
    /// are.
    package var firstInvalidByte: Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                // Most texts are ASCII, so eight bytes are checked at once.
                while offset + 8 <= bytes.count,
                    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                        & 0x8080_8080_8080_8080 == 0
                {
                    offset += 8
                }
                guard offset < bytes.count else { return nil }
                let byte = bytes[offset]
                if byte < 0x80 {
                    offset += 1
                    continue
                }
                let length: Int
                var second: ClosedRange<UInt8> = 0x80...0xBF
                switch byte {
                case 0xC2...0xDF: length = 2
                case 0xE0: (length, second) = (3, 0xA0...0xBF)
                case 0xE1...0xEC, 0xEE...0xEF: length = 3
                case 0xED: (length, second) = (3, 0x80...0x9F)
                case 0xF0: (length, second) = (4, 0x90...0xBF)
                case 0xF1...0xF3: length = 4
                case 0xF4: (length, second) = (4, 0x80...0x8F)
                default: return offset
                }
                guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return offset }
                for index in (offset + 2)..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 {
                    return offset
                }
                offset += length
            }
            return nil
        }
    }

    /// The offset of the first byte that cannot be in a text: a byte that is not part of well-formed UTF-8, or a NUL;
    /// nil if there is no such byte. A NUL reveals UTF-16, which is well-formed UTF-8 as long as it has only ASCII
    /// letters.
    package var firstByteThatIsNoText: Int? {
        let invalid = firstInvalidByte
        let zero = bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap { start in memchr(start, 0, bytes.count).map { UnsafeRawPointer($0) - start } }
        }
        guard let invalid, let zero else { return invalid ?? zero }
        return min(invalid, zero)
    }
}
