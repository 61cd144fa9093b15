/// Writes values one after another into bytes, for `RecordReader`.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Adds a number. Small numbers take few bytes, whatever their sign. A byte holds seven bits, the lowest first; its eighth bit says that
    /// another byte follows.
    package mutating func add(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes += text.utf8
    }

    package mutating func add(_ range: Range<Int>) {
        add(range.lowerBound)
        add(range.count)
    }

    package mutating func add(_ part: ArraySlice<UInt8>) {
        add(part.count)
        bytes += part
    }

    package mutating func add(_ text: String?) { add(text) { $0.add($1) } }

    package mutating func add(_ texts: [String]) { add(texts) { $0.add($1) } }

    package mutating func add<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
        add(value != nil)
        if let value { body(&self, value) }
    }

    package mutating func add<Value>(_ values: [Value], _ body: (inout RecordWriter, Value) -> Void) {
        add(values.count)
        for value in values { body(&self, value) }
    }
}

/// Reads what `RecordWriter` wrote, in the same order.
package struct RecordReader: Sendable {
    /// Thrown if the bytes are not a record.
    package struct Damaged: Error {
        package init() {}
    }

    private let bytes: [UInt8]
    private var place: Int

    package init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        place = start
    }

    package mutating func number() throws -> Int {
        var number: UInt = 0
        var shift: UInt = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1) }
            shift += 7
        }
        throw Damaged()
    }

    package mutating func flag() throws -> Bool { try next(1).first == 1 }

    package mutating func text() throws -> String { String(decoding: try part(), as: UTF8.self) }

    package mutating func texts() throws -> [String] { try list { try $0.text() } }

    package mutating func range() throws -> Range<Int> {
        let (start, count) = (try number(), try number())
        guard count >= 0, start <= .max - count else { throw Damaged() }
        return start..<start + count
    }

    /// Bytes that were added in one call.
    package mutating func part() throws -> ArraySlice<UInt8> { try next(try number()) }

    package mutating func optional<Value>(_ body: (inout RecordReader) throws -> Value) throws -> Value? {
        try flag() ? try body(&self) : nil
    }

    package mutating func list<Value>(_ body: (inout RecordReader) throws -> Value) throws -> [Value] {
        let count = try number()
        // Each value takes at least one byte.
        guard (0...bytes.count).contains(count) else { throw Damaged() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    private mutating func next(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - place else { throw Damaged() }
        defer { place += count }
        return bytes[place..<place + count]
    }
}
