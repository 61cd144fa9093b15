import PlaybookCore
import PlaybookMarkup

/// HTML or plain text that is cut where the values of merge fields go, so that filling it is a concatenation.
struct Stencil: Sendable {
    private enum Piece: Sendable {
        case bytes([UInt8])
        case text(name: String)
        case address(name: String)
    }

    private let pieces: [Piece]
    private let isHTML: Bool

    /// The mark for the value of a field, by the field's number. Other text has no control characters; in addresses they are encoded.
    static func mark(_ number: Int) -> String { "\u{1}\(number)\u{2}" }

    /// HTML.
    ///
    /// - Parameters:
    ///   - names: the names of the merge fields in the document.
    ///   - html: the HTML of the document with some values.
    init(_ names: [String], _ html: ([String: String]) -> [UInt8]) {
        let marks = names.enumerated().map { index, name in (name, Self.mark(index)) }
        self.init(names, marked: html(Dictionary(uniqueKeysWithValues: marks)), isHTML: true)
    }

    /// A text that has marks in place of values.
    init(_ names: [String], marked bytes: [UInt8], isHTML: Bool) {
        self.isHTML = isHTML
        var pieces: [Piece] = []
        var (start, index) = (0, 0)
        func number(from first: Int, to end: [UInt8]) -> (number: Int, end: Int)? {
            var (number, index) = (0, first)
            while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
                number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
                index += 1
            }
            guard index > first, bytes[index...].starts(with: end), number < names.count else { return nil }
            return (number, index + end.count)
        }
        while index < bytes.count {
            let isRaw = bytes[index] == 1
            let isEncoded = isHTML && bytes[index] == UInt8(ascii: "%") && bytes[index...].starts(with: "%01".utf8)
            guard isRaw || isEncoded,
                let mark = isRaw ? number(from: index + 1, to: [2]) : number(from: index + 3, to: Array("%02".utf8))
            else {
                index += 1
                continue
            }
            if start < index { pieces.append(.bytes(Array(bytes[start..<index]))) }
            pieces.append(isRaw ? .text(name: names[mark.number]) : .address(name: names[mark.number]))
            (start, index) = (mark.end, mark.end)
        }
        if start < bytes.count { pieces.append(.bytes(Array(bytes[start...]))) }
        self.pieces = pieces
    }

    /// - Parameter values: the values of all merge fields in it.
    func filled(_ values: [String: String]) -> [UInt8] {
        if pieces.count == 1, case .bytes(let bytes) = pieces[0] { return bytes }
        var output: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): output += bytes
            case .text(let name) where isHTML: output.appendEscaped((values[name] ?? "").utf8)
            case .text(let name): output += (values[name] ?? "").utf8
            case .address(let name):
                output += percentEncoded((values[name] ?? "").utf8, keeping: isUnreservedInAddresses).utf8
            }
        }
        return output
    }
}
