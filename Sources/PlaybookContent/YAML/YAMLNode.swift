/// A value in a YAML file, with its place: offsets of bytes in the file.
struct YAMLNode: Sendable {
    indirect enum Content: Sendable {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var keySource: Range<Int>
        var value: YAMLNode
    }

    /// The type of a value by the core schema of YAML 1.2 (section 10.3), so that other tools read a file in the same
    /// way.
    enum Kind: String, Sendable {
        case null = "nothing"
        case boolean = "true or false"
        case integer = "a whole number"
        case number = "a number"
        case text = "text"
        case sequence = "a list"
        case mapping = "a mapping"
    }

    var content: Content
    var source: Range<Int>

    var kind: Kind {
        switch content {
        case .sequence: .sequence
        case .mapping: .mapping
        case .scalar(let text, let isPlain): isPlain ? Self.plainKind(text) : .text
        }
    }

    /// The text of a scalar, whatever its kind.
    var scalar: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    var items: [YAMLNode] {
        if case .sequence(let items) = content { items } else { [] }
    }

    var entries: [Entry] {
        if case .mapping(let entries) = content { entries } else { [] }
    }

    /// The value of a key of a mapping; nil if the key is missing or its value is null.
    subscript(_ key: String) -> YAMLNode? {
        entries.first { $0.key == key }.flatMap { $0.value.kind == .null ? nil : $0.value }
    }

    /// True for digits with at most one point, and an optional exponent.
    private static func isDecimal(_ text: Substring.UTF8View) -> Bool {
        let mantissa = text.prefix { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
        guard mantissa.contains(where: { $0 != UInt8(ascii: ".") }),
            mantissa.count(where: { $0 == UInt8(ascii: ".") }) <= 1
        else {
            return false
        }
        var exponent = text[mantissa.endIndex...]
        guard let mark = exponent.popFirst() else { return true }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
        if let sign = exponent.first, sign == 43 || sign == 45 { exponent.removeFirst() }
        return !exponent.isEmpty && exponent.allSatisfy { (48...57).contains($0) }
    }

    private static func plainKind(_ text: String) -> Kind {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE", "false", "False", "FALSE": return .boolean
        case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "-.inf": return .number
        default: break
        }
        guard let first = text.utf8.first, (48...57).contains(first) || [43, 45, 46].contains(first) else {
            return .text
        }
        if text.hasPrefix("0x") || text.hasPrefix("0o") {
            return Int(text.dropFirst(2), radix: text.hasPrefix("0x") ? 16 : 8) == nil ? .text : .integer
        }
        // Most texts that start with a digit are dates, which differ from numbers at their first hyphen.
        let rest = text.utf8.dropFirst(first == 43 || first == 45 ? 1 : 0)
        if !rest.isEmpty, rest.allSatisfy({ (48...57).contains($0) }) { return .integer }
        return isDecimal(rest) ? .number : .text
    }
}
