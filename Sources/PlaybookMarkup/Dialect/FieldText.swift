import PlaybookCore

/// A plain text or an address that is cut at its merge fields once, to be filled many times.
package struct FieldText: Sendable {
    private enum Piece: Sendable {
        case text(String)
        /// As it is written too, for where it has no value.
        case field(name: String, written: String)
    }

    private let pieces: [Piece]
    /// As it was written.
    package let text: String
    /// True where there is nothing to fill in.
    package let isPlain: Bool

    package init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var end = 0
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for field in braces(in: bytes[...]) {
            if end < field.lowerBound { pieces.append(.text(part(end..<field.lowerBound))) }
            pieces.append(.field(name: name(in: bytes[field]), written: part(field)))
            end = field.upperBound
        }
        if end < bytes.count { pieces.append(.text(part(end..<bytes.count))) }
        self.pieces = pieces
        isPlain = pieces.allSatisfy { if case .text = $0 { true } else { false } }
    }

    /// The text with its fields replaced by values; one without a value stays as it is.
    package func filled(_ value: (String) -> String?) -> String {
        if isPlain { return text }
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .field(let name, let written): result += value(name) ?? written
            }
        }
        return result
    }

    /// The same as an address: values are percent-encoded.
    package func filledAddress(_ value: (String) -> String?) -> String {
        filled { name in value(name).map { String(decoding: encodedForAddress($0), as: UTF8.self) } }
    }
}

extension Document {
    /// True where filling a merge field cannot make a part of the document one for colleagues, or end one: such parts start in quotations.
    package var canBeFilledAsItIs: Bool {
        nodes.allSatisfy { node in
            switch node.kind {
            case .blockQuote, .alert: false
            default: true
            }
        }
    }
}
