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

    /// What a value is by YAML 1.2's core schema (section 10.3), so that no other tool reads a file differently.
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

    /// The value of a key of a mapping; nil where there is none or it is null.
    subscript(_ key: String) -> YAMLNode? {
        entries.first { $0.key == key }.flatMap { $0.value.kind == .null ? nil : $0.value }
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
        if text.wholeMatch(of: /[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+/) != nil { return .integer }
        if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil { return .number }
        return .text
    }
}
