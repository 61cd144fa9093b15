import PlaybookCore

/// Writes values one after another into bytes, for `RecordReader`.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: Int) { withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0 } }

    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes += text.utf8
    }

    mutating func add<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
        add(value != nil)
        if let value { body(&self, value) }
    }

    mutating func add<Value>(_ values: [Value], _ body: (inout RecordWriter, Value) -> Void) {
        add(values.count)
        for value in values { body(&self, value) }
    }
}

/// Reads what `RecordWriter` wrote, in the same order.
struct RecordReader {
    /// The error that the bytes are not a record.
    struct Damaged: Error {}

    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        place = start
    }

    mutating func number() throws -> Int {
        let part = try next(8)
        return Int(truncatingIfNeeded: part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    mutating func flag() throws -> Bool { try next(1).first == 1 }

    mutating func text() throws -> String { String(decoding: try next(try number()), as: UTF8.self) }

    mutating func optional<Value>(_ body: (inout RecordReader) throws -> Value) throws -> Value? {
        try flag() ? try body(&self) : nil
    }

    mutating func list<Value>(_ body: (inout RecordReader) throws -> Value) throws -> [Value] {
        let count = try number()
        // Each value takes at least one byte.
        guard (0...bytes.count).contains(count) else { throw Damaged() }
        return try (0..<count).map { _ in try body(&self) }
    }

    private mutating func next(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - place else { throw Damaged() }
        defer { place += count }
        return bytes[place..<place + count]
    }
}
