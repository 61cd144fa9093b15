import PlaybookCore
import PlaybookMarkup

/// Text that a reader sees as one unit: a value, or a paragraph, heading or table row. A name can be found even if
/// markup divides it.
struct Passage: Sendable {
    /// A piece of text with its origin.
    struct Piece: Sendable {
        enum Origin: Sendable {
            case value(YAMLNode)
            case text(NodeID)
            /// The piece is in a range of the file, literally: at its last occurrence if `isLast` is true, otherwise at
            /// its first.
            case verbatim(Range<Int>, isLast: Bool)
        }

        var text: String
        var origin: Origin
        /// The number of the file that it comes from; 0 for the document's own file.
        var file: Int32 = 0
    }

    private enum Step: Sendable {
        case piece(Int)
        case blank
        /// A line break, which may be inside a word or between two words.
        case lineBreak
    }

    private(set) var pieces: [Piece] = []
    private var steps: [Step] = []
    /// True for an address, whose letters may be percent-encoded and whose words are joined.
    let isAddress: Bool

    init(isAddress: Bool = false) { self.isAddress = isAddress }

    init(_ piece: Piece, isAddress: Bool = false) {
        self.init(isAddress: isAddress)
        append(piece)
    }

    var isEmpty: Bool { pieces.isEmpty }

    mutating func append(_ piece: Piece) {
        steps.append(.piece(pieces.count))
        pieces.append(piece)
    }

    mutating func appendBlank() { steps.append(.blank) }

    mutating func appendLineBreak() { steps.append(.lineBreak) }

    /// The letters in all the ways in which a reader may combine them: with line breaks as nothing and as blanks, with
    /// spaced letters as words, and with text that a bidirectional control reverses in the order in which it is shown.
    func readings(_ folding: Folding) -> [FoldedText] {
        let first = reading(folding, breaks: false, turned: false)
        var readings = [first]
        let hasBreak = steps.contains { if case .lineBreak = $0 { true } else { false } }
        if hasBreak { readings.append(reading(folding, breaks: true, turned: false)) }
        if pieces.contains(where: { $0.text.unicodeScalars.contains(Self.override) }) {
            readings.append(reading(folding, breaks: true, turned: true))
        }
        return readings + first.letterspaced
    }

    /// RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL FORMATTING, which ends it (UAX #9).
    private static var override: Unicode.Scalar { "\u{202E}" }
    private static var pop: Unicode.Scalar { "\u{202C}" }

    private func reading(_ folding: Folding, breaks: Bool, turned: Bool) -> FoldedText {
        var text = FoldedText(folding)
        for step in steps {
            switch step {
            case .blank: text.part()
            case .lineBreak: if breaks { text.part() }
            case .piece(let index):
                let piece = pieces[index].text
                if turned {
                    append(Self.turned(Self.scalars(of: piece)), index, &text)
                } else if isAddress, piece.utf8.contains(UInt8(ascii: "%")) {
                    append(Self.decoded(piece), index, &text)
                } else {
                    text.append(piece, piece: index)
                }
            }
        }
        return text
    }

    private typealias Placed = (scalar: Unicode.Scalar, bytes: Range<Int>)

    private func append(_ scalars: [Placed], _ piece: Int, _ text: inout FoldedText) {
        for (scalar, bytes) in scalars { text.append(scalar, at: bytes, piece: piece) }
    }

    private static func scalars(of text: String) -> [Placed] {
        var offset = 0
        return text.unicodeScalars.map { scalar in
            defer { offset += UTF8.width(scalar) }
            return (scalar, offset..<(offset + UTF8.width(scalar)))
        }
    }

    private static func turned(_ scalars: [Placed]) -> [Placed] {
        var result: [Placed] = []
        var turned: [Placed]?
        for placed in scalars {
            if placed.scalar == override {
                result += turned?.reversed() ?? []
                turned = []
            } else if placed.scalar == pop {
                result += turned?.reversed() ?? []
                turned = nil
            } else if turned != nil {
                turned?.append(placed)
            } else {
                result.append(placed)
            }
        }
        return result + (turned?.reversed() ?? [])
    }

    /// The characters of an address, with `%XX` decoded (RFC 3986, section 2.1).
    private static func decoded(_ address: String) -> [Placed] {
        let bytes = Array(address.utf8)
        var decoded: [UInt8] = []
        var starts: [Int] = []
        var index = 0
        while index < bytes.count {
            starts.append(index)
            let digits = bytes[index...].prefix(3).dropFirst()
            if bytes[index] == UInt8(ascii: "%"), digits.count == 2,
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        starts.append(bytes.count)
        let text = String(decoding: decoded, as: UTF8.self)
        // Bytes that are not UTF-8 were replaced, so the places no longer match.
        guard text.utf8.count == decoded.count else { return scalars(of: address) }
        return scalars(of: text).map { ($0.scalar, starts[$0.bytes.lowerBound]..<starts[$0.bytes.upperBound]) }
    }
}

extension Passage {
    /// The passages of a document that a reader may see: its texts, code and raw HTML, and the addresses and titles of
    /// its links.
    static func passages(of body: Document) -> [Passage] {
        var passages: [Passage] = []
        var passage = Passage()
        func finish() {
            if !passage.isEmpty { passages.append(passage) }
            passage = Passage()
        }
        var asides: [Passage] = []
        for (index, node) in body.nodes.enumerated() {
            let id = NodeID(index)
            let source = Int(node.source.lowerBound)..<Int(node.source.upperBound)
            func piece(_ text: String, isLast: Bool = false) -> Piece {
                Piece(text: text, origin: .verbatim(source, isLast: isLast), file: node.file)
            }
            switch node.kind {
            case .text: passage.append(Piece(text: body.literal(id), origin: .text(id), file: node.file))
            case .code: passage.append(piece(body.literal(id)))
            case .softBreak: passage.appendBlank()
            case .lineBreak: passage.appendLineBreak()
            case .htmlInline:
                if body.isHTMLLineBreak(id) {
                    passage.appendLineBreak()
                } else {
                    asides.append(Passage(piece(body.literal(id))))
                }
            case .link, .image:
                asides.append(Passage(piece(body.url(id), isLast: true), isAddress: true))
                asides.append(Passage(piece(body.linkTitle(id), isLast: true)))
            case .emphasis, .strong, .strikethrough, .footnoteReference: break
            case .codeBlock, .htmlBlock:
                finish()
                passage.append(piece(body.literal(id)))
            // A name can be spread over the cells of a row.
            case .tableCell: passage.appendBlank()
            default: finish()
            }
        }
        finish()
        return passages + asides.filter { !$0.pieces.allSatisfy(\.text.isEmpty) }
    }

    /// The passages of all values in a mapping, at any depth.
    ///
    /// - Parameter omitted: keys of the mapping itself whose values are ids, dates and the like, which readers do not
    ///   see.
    static func passages(of yaml: YAMLNode, without omitted: Set<String> = []) -> [Passage] {
        switch yaml.content {
        case .scalar(let text, _):
            let isAddress = text.contains("://") || text.hasPrefix("mailto:")
            return [Passage(Piece(text: text, origin: .value(yaml)), isAddress: isAddress)]
        case .sequence(let items): return items.flatMap { passages(of: $0) }
        case .mapping(let entries):
            return entries.filter { !omitted.contains($0.key) }.flatMap { passages(of: $0.value) }
        }
    }
}
