import PlaybookCore

/// The format of a record's file: a line that names the kind of record, the number of blocks, and the blocks. Each block consists of its length,
/// its SHA-256 and its values, so that a record can be written and checked without ever being in memory as a whole.
struct SealedRecord: Sendable {
    /// The line, with its end.
    let heading: String

    /// Why a record cannot be used.
    enum Unusable: Error, Hashable {
        /// The file was not written by this program.
        case foreign
        /// The contents are not the contents that were written.
        case damaged
    }

    private static let hashLength = 64

    /// Writes a record, as `writeHidden` does.
    ///
    /// - Parameter block: makes a block, given its number.
    func write(
        in folder: String, name: String, blocks count: Int, _ block: (Int, inout RecordWriter) -> Void
    ) throws(FileError) {
        var number = -1
        try writeHidden(in: folder, name: name) {
            defer { number += 1 }
            guard number >= 0 else { return Array(heading.utf8) + Self.bytes(of: count) }
            guard number < count else { return nil }
            var writer = RecordWriter()
            block(number, &writer)
            let values = writer.bytes
            return Self.bytes(of: values.count) + Array(sha256(values).utf8) + values
        }
    }

    /// True if this program wrote a file, whether or not it is damaged.
    func isRecord(_ bytes: [UInt8]) -> Bool { bytes.starts(with: heading.utf8) }

    /// Reads a record.
    ///
    /// - Parameter read: reads the values of a block, given its number.
    func read(
        _ bytes: [UInt8], _ read: (Int, inout RecordReader) throws -> Void
    ) throws(Unusable) {
        guard isRecord(bytes) else { throw .foreign }
        var rest = bytes[heading.utf8.count...]
        guard let count = Self.number(&rest) else { throw .damaged }
        for number in 0..<max(0, count) {
            guard let length = Self.number(&rest), length >= 0, length <= rest.count - Self.hashLength else {
                throw .damaged
            }
            let hash = rest.prefix(Self.hashLength)
            let values = Array(rest.dropFirst(Self.hashLength).prefix(length))
            rest = rest.dropFirst(Self.hashLength + length)
            guard sha256(values).utf8.elementsEqual(hash) else { throw .damaged }
            var reader = RecordReader(values)
            do {
                try read(number, &reader)
            } catch {
                throw .damaged
            }
        }
        guard rest.isEmpty, count > 0 else { throw .damaged }
    }

    private static func bytes(of number: Int) -> [UInt8] {
        withUnsafeBytes(of: Int64(number).littleEndian) { Array($0) }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= 8 else { return nil }
        defer { rest = rest.dropFirst(8) }
        return Int(truncatingIfNeeded: rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
