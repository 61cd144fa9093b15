import PlaybookCore

extension Document {
    /// This document with bare addresses in its texts turned into links (GFM 0.29, section 6.9): `www.`, `http://`,
    /// `https://`, `ftp://` and e-mail addresses. Addresses with an escape, such as `https\://`, stay text.
    func linkingAddresses(in file: UnsafeBufferPointer<UInt8>) -> Document {
        let signs = signsOfAddresses
        guard !signs.isEmpty else { return self }
        var document = self
        var pieces: [NodeID: [TextPiece]] = [:]
        lazy var inLink = isInLink
        for index in nodes.indices where nodes[index].isText && signs.isAny(in: nodes[index].literal) {
            guard !inLink[index] else { continue }
            let text = bytes(nodes[index].literal)
            let found = Array(text).bareAddresses(startsAtBoundary: startsAtBoundary(NodeID(index)))
            guard !found.isEmpty else { continue }
            let map = SourceMap(text, source: nodes[index].source, in: file)
            for address in found {
                let start = address.range.lowerBound
                let mark = (start + address.mark.lowerBound)..<(start + address.mark.upperBound)
                let source = map.source(mark)
                guard source.count == mark.count,
                    file[Int(source.lowerBound)] == text[text.startIndex + mark.lowerBound]
                else { continue }
                let url = document.store(
                    Array(address.prefix.utf8) + text.dropFirst(address.range.lowerBound).prefix(address.range.count))
                pieces[NodeID(index), default: []].append(
                    TextPiece(range: address.range, kind: .link(url: url, title: .empty), wrapsText: true))
            }
        }
        return document.cutting(pieces, in: file)
    }

    /// The places of `@`, `://` and `www.` in the texts of all nodes. A text without any of them has no address.
    private var signsOfAddresses: PoolMarks {
        var marks = PoolMarks()
        pool.withUnsafeBufferPointer { pool in
            for sign in ["@", "://", "www."] as [StaticString] { marks.add(sign, in: pool) }
        }
        marks.sort()
        return marks
    }

    /// True if there is nothing before the text that could be part of a word.
    private func startsAtBoundary(_ id: NodeID) -> Bool {
        let parent = nodes[Int(nodes[Int(id)].parent)]
        if parent.firstChild == id { return true }
        // The sibling before this one ends directly before it in the array: it is the last node with the same parent.
        var before = id - 1
        while nodes[Int(before)].parent != nodes[Int(id)].parent { before = nodes[Int(before)].parent }
        switch nodes[Int(before)].kind {
        case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough: return true
        default: return false
        }
    }
}

/// A bare address in a text.
struct BareAddress {
    let range: Range<Int>
    /// What the link's address starts with in addition to the text, such as `http://` or `mailto:`.
    let prefix: String
    /// The bytes that show that it is an address, such as `://`; counted from the start of the text.
    let mark: Range<Int>
}

extension [UInt8] {
    /// The bare addresses in a text, in order.
    func bareAddresses(startsAtBoundary: Bool) -> [BareAddress] {
        var found: [BareAddress] = []
        var index = 0
        var from = 0
        while index < count {
            let address: BareAddress?
            switch self[index] {
            case UInt8(ascii: "w"): address = bareHost(at: index, from: from, startsAtBoundary: startsAtBoundary)
            case UInt8(ascii: ":"): address = bareURL(at: index, from: from)
            case UInt8(ascii: "@"): address = bareMail(at: index, from: from)
            default: address = nil
            }
            if let address {
                found.append(address)
                index = address.range.upperBound
                from = index
            } else {
                index += 1
            }
        }
        return found
    }

    /// `www.host/path`.
    private func bareHost(at index: Int, from: Int, startsAtBoundary: Bool) -> BareAddress? {
        guard self[index...].starts(with: "www.".utf8) else { return nil }
        if index > from {
            guard " \t\n\r*_~(".utf8.contains(self[index - 1]) else { return nil }
        } else if !startsAtBoundary || from > 0 {
            return nil
        }
        guard let domain = domainEnd(from: index, needsDot: true) else { return nil }
        let end = addressEnd(from: index, atLeast: domain)
        return end > index + 4 ? BareAddress(range: index..<end, prefix: "http://", mark: 3..<4) : nil
    }

    /// `scheme://host/path`, starting from its colon.
    private func bareURL(at colon: Int, from: Int) -> BareAddress? {
        guard self[colon...].starts(with: "://".utf8) else { return nil }
        var start = colon
        while start > from, colon - start <= 5, self[start - 1].isASCIILetter { start -= 1 }
        let scheme = String(decoding: self[start..<colon], as: UTF8.self).lowercased()
        guard ["http", "https", "ftp"].contains(scheme), let domain = domainEnd(from: colon + 3, needsDot: false) else {
            return nil
        }
        let end = addressEnd(from: colon + 3, atLeast: domain)
        return end > colon + 3
            ? BareAddress(range: start..<end, prefix: "", mark: (colon - start)..<(colon - start + 3)) : nil
    }

    /// `name@host`, starting from its `@`.
    private func bareMail(at sign: Int, from: Int) -> BareAddress? {
        var start = sign
        while start > from, self[start - 1].isASCIILetterOrDigit || ".-_+".utf8.contains(self[start - 1]) { start -= 1 }
        var end = sign + 1
        var hasDot = false
        while end < count {
            let byte = self[end]
            if byte == UInt8(ascii: "."), end + 1 < count, self[end + 1].isASCIILetterOrDigit {
                hasDot = true
            } else if !byte.isASCIILetterOrDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard start < sign, !self[from..<start].reversed().starts(with: ":ppmx".utf8), hasDot,
            self[sign + 1].isASCIILetterOrDigit, self[end - 1].isASCIILetterOrDigit,
            end == count || self[end] != UInt8(ascii: "@"), endsInTopLevelDomain(sign + 1..<end)
        else {
            return nil
        }
        return BareAddress(range: start..<end, prefix: "mailto:", mark: (sign - start)..<(sign - start + 1))
    }

    /// True if the last part of a host can be a top-level domain: letters, or `xn--` and its code. In `gateway@4.3.1` and `pkg@2.0.0-beta` a
    /// version follows the `@`.
    private func endsInTopLevelDomain(_ host: Range<Int>) -> Bool {
        let last = self[host].split(separator: UInt8(ascii: ".")).last ?? []
        return last.allSatisfy(\.isASCIILetter) || last.map { $0 | 0x20 }.starts(with: "xn--".utf8)
    }

    /// Where a domain ends, or nil. Its parts have letters, digits, hyphens and underscores. The last two parts have
    /// no underscore, except at the very end, where it belongs to the text.
    private func domainEnd(from start: Int, needsDot: Bool) -> Int? {
        var end = start
        var dots = 0
        var underscores = (last: 0, before: 0)
        while end < count {
            let byte = self[end]
            if byte == UInt8(ascii: "_") {
                underscores.last += 1
            } else if byte == UInt8(ascii: ".") {
                dots += 1
                underscores = (0, underscores.last)
            } else if !byte.isASCIILetterOrDigit, byte != UInt8(ascii: "-"), byte < 0x80 || !isLetter(at: end) {
                break
            }
            end += 1
        }
        if end == count || self[end] <= .space {
            while end > start, self[end - 1] == UInt8(ascii: "_") {
                end -= 1
                underscores.last -= 1
            }
        }
        guard end > start, self[start].isASCIILetterOrDigit || self[start] >= 0x80,
            underscores.last + underscores.before == 0, dots > 0 || !needsDot
        else { return nil }
        return end
    }

    /// Where an address ends: before white space, `<`, or closing punctuation of East Asian scripts, which are
    /// written without a blank after it. Punctuation at its end, closing brackets that it did not open, and what
    /// looks like an entity do not belong to it.
    private func addressEnd(from start: Int, atLeast domain: Int) -> Int {
        var end = domain
        var brackets = 0
        while end < count, self[end] > .space, self[end] != UInt8(ascii: "<"), !endsAddress(at: end) {
            if self[end] == UInt8(ascii: "[") { brackets += 1 }
            if self[end] == UInt8(ascii: "]") { brackets -= 1 }
            // The text after such a bracket does not belong to the address either.
            if brackets < 0 { break }
            end += 1
        }
        var open = 0
        for byte in self[start..<end] {
            if byte == UInt8(ascii: "(") { open += 1 }
            if byte == UInt8(ascii: ")") { open -= 1 }
        }
        while end > start {
            let byte = self[end - 1]
            if "?!.,:*_~'\">".utf8.contains(byte) {
                end -= 1
            } else if byte >= 0x80 {
                guard let last = scalar(endingAt: end), last.properties.generalCategory.isPunctuation else { break }
                end -= UTF8.width(last)
            } else if byte == UInt8(ascii: ")") {
                guard open < 0 else { break }
                open += 1
                end -= 1
            } else if byte == UInt8(ascii: ";") {
                var name = end - 1
                while name > start, self[name - 1].isASCIILetterOrDigit { name -= 1 }
                let isEntity = name > start && self[name - 1] == UInt8(ascii: "&") && name < end - 1
                end = isEntity ? name - 1 : end - 1
            } else {
                break
            }
        }
        return end
    }

    /// False if punctuation, a symbol or white space outside ASCII starts or continues at an index.
    private func isLetter(at index: Int) -> Bool {
        guard let scalar = scalar(startingAt: index) else { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .format:
            return true
        default: return false
        }
    }

    /// True if white space starts at an index, or East Asian punctuation that ends a sentence or closes a bracket.
    private func endsAddress(at index: Int) -> Bool {
        guard self[index] >= 0x80, let scalar = scalar(startingAt: index) else { return false }
        return scalar.properties.isWhitespace || "、。〉》」』】〕〗〙〛！），．：；？］｝｡｣､".unicodeScalars.contains(scalar)
    }

    /// The character that starts at an index; nil if none starts there.
    private func scalar(startingAt index: Int) -> Unicode.Scalar? {
        guard self[index] & 0xC0 != 0x80 else { return nil }
        return String(decoding: self[index..<Swift.min(index + 4, count)], as: UTF8.self).unicodeScalars.first
    }

    /// The character that ends before an index.
    private func scalar(endingAt end: Int) -> Unicode.Scalar? {
        var start = end - 1
        while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return start < 0 ? nil : String(decoding: self[start..<end], as: UTF8.self).unicodeScalars.first
    }
}

extension Unicode.GeneralCategory {
    /// True for the general categories whose names start with P.
    var isPunctuation: Bool {
        switch self {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
