/// Elements, their attributes, and lines.
extension HTMLRenderer {
    mutating func writeAttributes(_ element: StaticString) {
        guard !options.attributes.isEmpty, let attributes = options.attributes["\(element)"], !attributes.isEmpty else {
            return
        }
        put(" ")
        write(attributes)
    }

    mutating func idAttribute(_ id: String) {
        put(" id=\"")
        markPrefix()
        write(id)
        put("\"")
    }

    /// Notes that each page inserts its prefix here, before an id.
    mutating func markPrefix() { holes.append(PreparedHTML.Hole(.idPrefix, output.count..<output.count)) }

    /// Notes that the last byte written is the level of a heading.
    mutating func markLevel() { holes.append(PreparedHTML.Hole(.headingLevel, (output.count - 1)..<output.count)) }

    func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.appendEscaped(text.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

    /// Writes a constant text, for which no string has to be made.
    mutating func put(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func startLine() {
        if let last = output.last, last != .lineFeed { output.append(.lineFeed) }
    }

    mutating func block(_ element: StaticString, _ after: StaticString = "") {
        startLine()
        open(element)
        put(after)
    }

    mutating func open(_ element: StaticString, _ more: String = "") {
        put("<")
        put(element)
        if !more.isEmpty { write(more) }
        writeAttributes(element)
        put(">")
    }

    mutating func openVoid(_ element: StaticString) {
        put("<")
        put(element)
        writeAttributes(element)
        put(" />")
    }

    mutating func close(_ element: StaticString, _ after: StaticString = "") {
        put("</")
        put(element)
        put(">")
        put(after)
    }
}
