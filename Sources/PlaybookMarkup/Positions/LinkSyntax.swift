import PlaybookCore

/// The parts of link syntax that leave no trace in libcmark's tree (CommonMark 0.30, sections 4.7 and 6.3). Each function returns the index after
/// the construct, or nil if it is not there.
extension LeafContent {
    /// `[label]`: at most 999 characters, not blank, without unescaped brackets.
    func linkLabel(at index: Int) -> Int? {
        guard self[index] == UInt8(ascii: "[") else { return nil }
        var position = index + 1
        var isBlank = true
        while let byte = self[position], position - index <= 1000 {
            switch byte {
            case UInt8(ascii: "]"): return isBlank ? nil : position + 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\"):
                isBlank = false
                position += self[position + 1]?.isASCIIPunctuation == true ? 2 : 1
            default:
                if byte > .space { isBlank = false }
                position += 1
            }
        }
        return nil
    }

    /// `(address "title")`; both the address and the title may be missing.
    func inlineDestination(at index: Int) -> Int? {
        guard self[index] == UInt8(ascii: "(") else { return nil }
        var position = skippingWhitespace(from: index + 1)
        if let end = destination(at: position) {
            position = skippingWhitespace(from: end)
            if position > end, let afterTitle = title(at: position) { position = skippingWhitespace(from: afterTitle) }
        }
        return self[position] == UInt8(ascii: ")") ? position + 1 : nil
    }

    /// `[label]: address "title"` and the end of its line.
    func linkReferenceDefinition(at index: Int) -> Int? {
        guard let label = linkLabel(at: index), self[label] == UInt8(ascii: ":") else { return nil }
        let start = skippingWhitespace(from: label + 1)
        guard let address = destination(at: start), address > start else { return nil }
        let afterBlanks = skippingWhitespace(from: address)
        if afterBlanks > address, let afterTitle = title(at: afterBlanks), let end = lineEnd(at: afterTitle) {
            return end
        }
        return lineEnd(at: address)
    }

    /// The index after the definitions that the content starts with.
    var definitionsEnd: Int {
        var position = 0
        while let end = linkReferenceDefinition(at: position) { position = end }
        return position
    }

    private func destination(at index: Int) -> Int? {
        if self[index] == UInt8(ascii: "<") {
            var position = index + 1
            while let byte = self[position], byte != .lineFeed, byte != .carriageReturn, byte != UInt8(ascii: "<") {
                if byte == UInt8(ascii: ">") { return position + 1 }
                position += byte == UInt8(ascii: "\\") && self[position + 1]?.isASCIIPunctuation == true ? 2 : 1
            }
            return nil
        }
        var position = index
        var depth = 0
        loop: while let byte = self[position] {
            switch byte {
            case UInt8(ascii: "\\") where self[position + 1]?.isASCIIPunctuation == true: position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break loop }
                depth -= 1
            case 9...13, .space: break loop
            default: break
            }
            position += 1
        }
        return depth == 0 ? position : nil
    }

    private func title(at index: Int) -> Int? {
        let closing: UInt8
        switch self[index] {
        case UInt8(ascii: "\""): closing = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        default: return nil
        }
        var position = index + 1
        while let byte = self[position] {
            if byte == closing { return position + 1 }
            if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")") { return nil }
            position += byte == UInt8(ascii: "\\") && self[position + 1]?.isASCIIPunctuation == true ? 2 : 1
        }
        return nil
    }

    private func skippingWhitespace(from index: Int) -> Int {
        var position = index
        while let byte = self[position], byte == .space || (9...13).contains(byte) { position += 1 }
        return position
    }

    /// The index after blanks and a line ending, or the end of the content.
    private func lineEnd(at index: Int) -> Int? {
        var position = index
        while self[position] == .space || self[position] == .tab { position += 1 }
        guard let byte = self[position] else { return position }
        guard byte == .lineFeed || byte == .carriageReturn else { return nil }
        return byte == .carriageReturn && self[position + 1] == .lineFeed ? position + 2 : position + 1
    }
}
