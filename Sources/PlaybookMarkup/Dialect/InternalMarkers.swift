import PlaybookCore

/// Finds texts that a reader would take for the marker of an internal block, however they are written: in letters of other alphabets, with
/// invisible characters, misspelt, or without the exclamation mark.
package struct InternalMarkers: Sendable {
    private let folding = Folding()

    package init() {}

    /// The first such marker in a text, as it is written; nil if there is none.
    ///
    /// Words in brackets may be meant as text. So `[INTERNAL]` without an exclamation mark counts only in capitals or
    /// at the start of a line.
    package func marker(in text: String) -> String? {
        // Most texts have no bracket and need no closer look.
        var text = text
        guard text.withUTF8(Self.mayHaveMarker), text.unicodeScalars.contains(where: { Self.plain($0) == "[" }) else {
            return nil
        }
        let signs = signs(of: text)
        for index in signs.indices where signs[index].value == "[" {
            guard let end = endOfMarker(at: index, in: signs) else { continue }
            let scalars = text.unicodeScalars
            let last = end < signs.count ? signs[end].index : scalars.endIndex
            return String(scalars[signs[index].index..<last])
        }
        return nil
    }

    /// False for a text in ASCII if none of its brackets has an exclamation mark or an `i` after it, apart from blanks.
    private static func mayHaveMarker(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.contains(where: { $0 >= 0x80 }) { return true }
        for index in text.indices where text[index] == UInt8(ascii: "[") {
            var next = index + 1
            while next < text.count, text[next] == .space || (9...13).contains(text[next]) { next += 1 }
            guard next < text.count else { return false }
            switch text[next] {
            case UInt8(ascii: "!"), UInt8(ascii: "i"), UInt8(ascii: "I"): return true
            default: continue
            }
        }
        return false
    }

    /// One character as a reader sees it: a small Latin letter, or a sign.
    private struct Sign {
        var value: Unicode.Scalar
        var isUpper: Bool
        var index: String.Index
    }

    private func endOfMarker(at bracket: Int, in signs: [Sign]) -> Int? {
        var position = bracket + 1
        func skipBlanks() { while position < signs.count, signs[position].value == " " { position += 1 } }
        skipBlanks()
        let isImage = bracket > 0 && signs[bracket - 1].value == "!"
        let hasMark = position < signs.count && signs[position].value == "!"
        if hasMark { position += 1 }
        skipBlanks()
        let word = signs[position...].prefix { ("a"..."z").contains($0.value) }
        position += word.count
        skipBlanks()
        let isClosed = position < signs.count && signs[position].value == "]"
        let text = String(String.UnicodeScalarView(word.map(\.value)))
        if isClosed { position += 1 }
        if hasMark { return Self.isNear(text) ? position : nil }
        guard isClosed, ["internal", "intern", "interne", "internals", "internl", "interal"].contains(text) else {
            return nil
        }
        let isAtStart = signs[..<bracket].last { $0.value != " " }.map { $0.value == "\n" } ?? true
        return word.allSatisfy(\.isUpper) || (isAtStart && !isImage) ? position : nil
    }

    /// True for `internal`, its misspellings, and its names in other languages.
    private static func isNear(_ word: String) -> Bool {
        if ["internal", "intern", "interne", "interno", "interna"].contains(word) { return true }
        if word == "external" || word.count < 5 { return false }
        return editDistance(Array(word.unicodeScalars), Array("internal".unicodeScalars)) <= 2
    }

    private func signs(of text: String) -> [Sign] {
        var signs: [Sign] = []
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            func add(_ value: Unicode.Scalar, isUpper: Bool = false) {
                signs.append(Sign(value: value, isUpper: isUpper, index: index))
            }
            // The letter for a click looks like an exclamation mark.
            if scalar.value == 0x1C3 {
                add("!")
                continue
            }
            switch folding.fold(scalar) {
            case .nothing: break
            case .letters(let letters):
                for letter in letters.compactMap({ Unicode.Scalar($0) }) {
                    add(letter, isUpper: !scalar.properties.isLowercase)
                }
            case .sign: add(scalar == "\n" ? scalar : scalar.properties.isWhitespace ? " " : Self.plain(scalar))
            }
        }
        return signs
    }

    /// A bracket or an exclamation mark of any shape as its ASCII character.
    private static func plain(_ sign: Unicode.Scalar) -> Unicode.Scalar {
        switch sign {
        case "［", "【", "〔", "﹝": "["
        case "］", "】", "〕", "﹞": "]"
        case "！", "﹗", "❗", "❕": "!"
        default: sign
        }
    }
}

extension Document {
    /// Internal blocks that have nothing but their marker: probably their text follows below them, outside the block.
    package var emptyInternalBlocks: [NodeID] {
        internalBlocks.filter { block in
            var count = 0
            for case .enter(let id) in steps(of: block) {
                switch nodes[Int(id)].kind {
                case .htmlBlock, .htmlInline, .thematicBreak, .footnoteReference: return false
                case .image: count += 1
                default: count += letters(of: id, atMost: .max).count
                }
            }
            return count == Self.marker.count
        }
    }

    /// The paragraphs and other leaves outside internal blocks that contain what a reader would take for the marker
    /// of one. Code is left out, so that a text can explain the marker, and so are comments.
    package func misplacedMarkers(_ markers: InternalMarkers) -> [NodeID] {
        let leaves = leavesWithBrackets
        if leaves.isEmpty { return [] }
        let blocks = Set(internalBlocks)
        return leaves.filter { id in
            let isHTML = nodes[Int(id)].kind == .htmlBlock
            let text = isHTML ? withoutTags(bytes(nodes[Int(id)].literal)) : visibleText(of: id)
            return markers.marker(in: text) != nil && !isWithin(blocks, id)
        }
    }

    /// The paragraphs and other leaves, of those that customers read, in which the marker of an internal block or of
    /// an unknown alert has no effect: probably a mistake in a text that must not get out. Stricter than
    /// `misplacedMarkers`, because code counts too.
    package func strayMarkers(_ markers: InternalMarkers) -> [NodeID] {
        let misplaced = Set(misplacedMarkers(markers))
        let marker = Self.marker
        return nodes.indices.compactMap { index in
            switch nodes[index].kind {
            case .paragraph, .heading, .codeBlock, .htmlBlock, .tableCell: break
            default: return nil
            }
            if misplaced.contains(NodeID(index)) { return NodeID(index) }
            var text: [UInt8] = []
            for case .enter(let id) in steps(of: NodeID(index)) { text += letters(of: id, atMost: .max) }
            let plain = plainText(of: NodeID(index)).drop { $0.isWhitespace }
            // The `>` is easily forgotten, and then the text that follows would be published.
            let isMarked =
                plain.hasPrefix("[!") || plain.prefix(10).lowercased() == "[internal]"
                || plain.prefix { $0.isLetter } == "INTERNAL"
            return isMarked || hasMarker(text, marker) ? NodeID(index) : nil
        }
    }

    /// Compares only where the marker's exclamation mark is: few texts have any.
    private func hasMarker(_ letters: [UInt8], _ marker: [UInt8]) -> Bool {
        var rest = letters[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "!")) {
            if rest[start...].starts(with: marker) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }

    /// The paragraphs, headings, cells and HTML blocks that have a bracket or an image, in order. They are few, so
    /// that most texts need no closer look.
    private var leavesWithBrackets: [NodeID] {
        // Wide brackets start with 0xE3 or 0xEF.
        var brackets = PoolMarks()
        pool.withUnsafeBufferPointer { pool in
            for byte in [UInt8(ascii: "["), 0xE3, 0xEF] { brackets.add(byte, in: pool) }
        }
        brackets.sort()
        guard !brackets.isEmpty || kinds.contains(.image) else { return [] }
        var leaves: [NodeID] = []
        for index in nodes.indices {
            switch nodes[index].kind {
            case .text, .htmlBlock: guard brackets.isAny(in: nodes[index].literal) else { continue }
            case .image: break
            default: continue
            }
            var leaf = NodeID(index)
            while leaf > 0, !isMarkedLeaf(nodes[Int(leaf)].kind) { leaf = nodes[Int(leaf)].parent }
            if leaf > 0, leaves.last != leaf { leaves.append(leaf) }
        }
        return leaves
    }

    private func isMarkedLeaf(_ kind: Kind) -> Bool {
        switch kind {
        case .paragraph, .heading, .tableCell, .htmlBlock: true
        default: false
        }
    }

    /// The marker in a leaf as it is written, for messages; nil if there is none.
    package func marker(in id: NodeID, _ markers: InternalMarkers) -> String? {
        markers.marker(in: visibleText(of: id))
    }

    /// The text of a leaf with its line breaks, and with images in brackets, but without code and raw HTML.
    private func visibleText(of root: NodeID) -> String {
        var text: [UInt8] = []
        for step in steps(of: root) {
            switch step {
            case .enter(let id):
                switch nodes[Int(id)].kind {
                case .text: text += bytes(nodes[Int(id)].literal)
                case .softBreak, .lineBreak: text.append(.lineFeed)
                case .code: text += "\u{FFFC}".utf8
                case .image: text += "![".utf8
                default: break
                }
            case .leave(let id):
                if case .image = nodes[Int(id)].kind { text.append(UInt8(ascii: "]")) }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func withoutTags(_ html: ArraySlice<UInt8>) -> String {
        String(decoding: withoutComments(html), as: UTF8.self).replacing(/<[^>]*>/, with: "")
    }
}
