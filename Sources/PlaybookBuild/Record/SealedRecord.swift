import PlaybookCore

/// The form in which a record is a file: a line that names its kind, a checksum, the values.
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

    /// The values as the bytes of a file.
    func sealed(_ values: RecordWriter) -> [UInt8] {
        Array(heading.utf8) + Array(sha256(values.bytes).utf8) + values.bytes
    }

    /// True if this program wrote a file, whether or not it is damaged.
    func isRecord(_ bytes: [UInt8]) -> Bool { bytes.starts(with: heading.utf8) }

    /// The values of a file.
    ///
    /// - Parameter read: reads them.
    func values<Values>(
        of bytes: [UInt8], _ read: (inout RecordReader) throws -> Values
    ) throws(Unusable) -> Values {
        guard isRecord(bytes) else { throw .foreign }
        let start = heading.utf8.count + 64
        guard bytes.count >= start,
            sha256(Array(bytes[start...])).utf8.elementsEqual(bytes[heading.utf8.count..<start])
        else {
            throw .damaged
        }
        var reader = RecordReader(bytes, from: start)
        do {
            return try read(&reader)
        } catch {
            throw .damaged
        }
    }
}
