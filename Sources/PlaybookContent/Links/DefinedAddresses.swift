import PlaybookCore
import PlaybookMarkup

/// Where the addresses of a file's link definitions are, by label.
struct DefinedAddresses: Sendable {
    /// Of several definitions of one label, the first counts (CommonMark 0.30, section 4.7).
    private var definitions: [String: LinkDefinition] = [:]

    init(_ document: Document, in file: SourceFile) {
        for definition in document.linkDefinitions(in: file.bytes) {
            let label = Self.plain(definition.label)
            if definitions[label] == nil { definitions[label] = definition }
        }
    }

    /// The offset of a link's address in the definition that it refers to; nil if it refers to none, or if the address is written differently
    /// there.
    func address(of link: Link, in file: SourceFile) -> Int? {
        guard !definitions.isEmpty, let label = Self.label(of: file.text(link.source)),
            let definition = definitions[Self.plain(label)]
        else { return nil }
        let bytes = file.bytes[definition.source.clamped(to: 0..<file.bytes.count)]
        guard let colon = bytes.firstRange(of: Array("]:".utf8)) else { return nil }
        var rest = bytes[colon.upperBound...].drop { [.space, .tab, .lineFeed, .carriageReturn].contains($0) }
        if rest.first == UInt8(ascii: "<") { rest = rest.dropFirst() }
        guard rest.starts(with: link.url.utf8) else { return nil }
        let next = rest.dropFirst(link.url.utf8.count).first
        return next.map { $0 <= .space || $0 == UInt8(ascii: ">") } ?? true ? rest.startIndex : nil
    }

    /// The label in `[text][label]`, `[label][]` or `[label]`: the content of the last brackets that are not empty.
    private static func label(of link: String) -> String? {
        guard let inner = (link.removingBytes(ofSuffix: "[]") ?? link).removingBytes(ofSuffix: "]") else { return nil }
        let bytes = Array(inner.utf8)
        let start = bytes.indices.last { index in
            bytes[index] == UInt8(ascii: "[") && (index == 0 || bytes[index - 1] != UInt8(ascii: "\\"))
        }
        return start.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
    }

    /// A label in the form in which labels are compared: without case, and with each run of white space as one blank.
    private static func plain(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
