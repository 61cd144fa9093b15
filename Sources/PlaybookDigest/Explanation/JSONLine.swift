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
        case .null: output += "null".utf8
        case .flag(let flag): output += (flag ? "true" : "false").utf8
        case .number(let number): output += String(number).utf8
        case .text(let text): Self.write(text, to: &output)
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output += ", ".utf8 }
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let pairs):
            output.append(UInt8(ascii: "{"))
            for (index, pair) in pairs.enumerated() {
                if index > 0 { output += ", ".utf8 }
                Self.write(pair.key, to: &output)
                output += ": ".utf8
                pair.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Most texts need no escape.
    private static func write(_ text: String, to output: inout [UInt8]) {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= .space && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        }
        guard isPlain else {
            output += quotedAsJSON(text).utf8
            return
        }
        output.append(UInt8(ascii: "\""))
        output += text.utf8
        output.append(UInt8(ascii: "\""))
    }
}
