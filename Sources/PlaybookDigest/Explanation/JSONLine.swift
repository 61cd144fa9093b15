import PlaybookCore

/// A JSON value (RFC 8259) whose keys keep the order in which they are given, so that the same value is always the
/// same text, in the documented order.
enum JSONLine: Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSONLine])
    case object([(key: String, value: JSONLine)])

    static func optional(_ text: String?) -> JSONLine { text.map { .text($0) } ?? .null }

    /// The value on one line, in UTF-8.
    var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += Array("null".utf8)
        case .flag(let flag): output += Array((flag ? "true" : "false").utf8)
        case .number(let number): output += Array(String(number).utf8)
        case .text(let text): output += Array(quotedAsJSON(text).utf8)
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output += Array(", ".utf8) }
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let pairs):
            output.append(UInt8(ascii: "{"))
            for (index, pair) in pairs.enumerated() {
                if index > 0 { output += Array(", ".utf8) }
                output += Array(quotedAsJSON(pair.key).utf8)
                output += Array(": ".utf8)
                pair.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }
}
