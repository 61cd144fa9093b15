/// A JSON value (RFC 8259) whose members keep their order, for texts that people read as well.
package indirect enum JSONText: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null
    case array([JSONText])
    case object([Member])

    /// A name and its value in an object.
    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSONText

        package init(_ name: String, _ value: JSONText) {
            self.name = name
            self.value = value
        }
    }

    /// The JSON text, indented by two spaces for each level, with a line feed at its end. It is written recursively,
    /// because values in this program are only a few levels deep.
    package var text: String {
        var lines = ""
        write(to: &lines, indent: "")
        return lines + "\n"
    }

    private func write(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .string(let string): text += quotedAsJSON(string)
        case .integer(let integer): text += String(integer)
        case .boolean(let boolean): text += boolean ? "true" : "false"
        case .null: text += "null"
        case .array(let items) where items.allSatisfy(\.isScalar):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                item.write(to: &text, indent: inner)
            }
            text += "]"
        case .array(let items):
            text += "[\n"
            for (index, item) in items.enumerated() {
                text += inner
                item.write(to: &text, indent: inner)
                text += index + 1 < items.count ? ",\n" : "\n"
            }
            text += indent + "]"
        case .object(let members):
            text += members.isEmpty ? "{" : "{\n"
            for (index, member) in members.enumerated() {
                text += inner + quotedAsJSON(member.name) + ": "
                member.value.write(to: &text, indent: inner)
                text += index + 1 < members.count ? ",\n" : "\n"
            }
            text += (members.isEmpty ? "" : indent) + "}"
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
