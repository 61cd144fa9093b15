import PlaybookCore
import PlaybookMarkup

extension Passage {
    /// The place in its file of some bytes of a piece.
    ///
    /// - Parameters:
    ///   - document: the document that the passage was made from.
    ///   - file: the file of the piece.
    func source(of part: AccountNames.Part, document: Document, in file: SourceFile) -> Range<Int> {
        let piece = pieces[part.piece]
        switch piece.origin {
        case .value(let node): return valueSource(of: part.bytes, of: piece.text, node, in: file.bytes)
        case .text(let id): return document.source(of: part.bytes, in: id, of: file.bytes)
        case .verbatim(let range, let isLast):
            return verbatimSource(of: part.bytes, of: piece.text, in: range, isLast: isLast, file.bytes)
        }
    }

    /// The place of some bytes of a text that is in a range of the file, compared line by line; the whole range if the
    /// file spells the text differently.
    private func verbatimSource(
        of bytes: Range<Int>, of text: String, in range: Range<Int>, isLast: Bool, _ file: [UInt8]
    ) -> Range<Int> {
        let range = range.clamped(to: 0..<file.count)
        let text = Array(text.utf8)
        if let start = first(text, in: file[range], last: isLast) {
            return (start + bytes.lowerBound)..<(start + bytes.upperBound)
        }
        // In a list or quotation, there are markers before each line, so each line is searched after the one before.
        let lineStart = (text[..<bytes.lowerBound].lastIndex(of: .lineFeed) ?? -1) + 1
        var from = range.lowerBound
        for line in text[..<lineStart].split(separator: .lineFeed) {
            guard let start = first(Array(line), in: file[from..<range.upperBound], last: false) else { return range }
            from = start + line.count
        }
        let lineEnd = text[lineStart...].firstIndex(of: .lineFeed) ?? text.count
        guard let start = first(Array(text[lineStart..<lineEnd]), in: file[from..<range.upperBound], last: false) else {
            return range
        }
        let end = min(bytes.upperBound, lineEnd)
        return (start + bytes.lowerBound - lineStart)..<(start + max(end, bytes.lowerBound) - lineStart)
    }

    private func first(_ text: [UInt8], in bytes: ArraySlice<UInt8>, last: Bool) -> Int? {
        guard !text.isEmpty, bytes.count >= text.count else { return nil }
        let starts = bytes.startIndex...(bytes.endIndex - text.count)
        func isThere(_ start: Int) -> Bool { bytes[start] == text[0] && bytes[start...].starts(with: text) }
        return last ? starts.last(where: isThere) : starts.first(where: isThere)
    }

    /// The place of some bytes of a YAML scalar: plain, folded, or with the escapes of double quotes (YAML 1.2, section
    /// 5.7); the whole value if it is written in another way.
    private func valueSource(
        of bytes: Range<Int>, of text: String, _ node: YAMLNode, in file: [UInt8]
    ) -> Range<Int> {
        let source = node.source.clamped(to: 0..<file.count)
        let text = Array(text.utf8)
        var starts: [Int] = []
        starts.reserveCapacity(text.count + 1)
        var position = source.lowerBound
        if position < source.upperBound, file[position] == UInt8(ascii: "\"") || file[position] == UInt8(ascii: "'") {
            position += 1
        } else if position < source.upperBound,
            file[position] == UInt8(ascii: "|") || file[position] == UInt8(ascii: ">")
        {
            position = file[position..<source.upperBound].firstIndex(of: .lineFeed) ?? position
        }
        func isBlank(_ byte: UInt8) -> Bool {
            byte == .space || byte == .tab || byte == .lineFeed || byte == .carriageReturn
        }
        while starts.count < text.count {
            let byte = text[starts.count]
            guard position < source.upperBound else { return source }
            if isBlank(byte) {
                starts.append(position)
                let isRun = isBlank(file[position])
                while position < source.upperBound, isRun, isBlank(file[position]) { position += 1 }
                while starts.count < text.count, isRun, isBlank(text[starts.count]) { starts.append(position) }
                if !isRun, let escape = escape(at: position, in: file[..<source.upperBound]) { position = escape.end }
            } else if file[position] == UInt8(ascii: "\\"),
                let escape = escape(at: position, in: file[..<source.upperBound]),
                text[starts.count...].starts(with: escape.text)
            {
                for _ in escape.text { starts.append(position) }
                position = escape.end
            } else if file[position] == byte {
                starts.append(position)
                position += byte == UInt8(ascii: "'") && file[position...].starts(with: "''".utf8) ? 2 : 1
            } else if isBlank(file[position]) {
                position += 1
            } else {
                return source
            }
        }
        starts.append(position)
        let end = bytes.upperBound < starts.count ? starts[bytes.upperBound] : source.upperBound
        // A blank after the last letter does not belong to it.
        return starts[bytes.lowerBound]..<max(starts[bytes.lowerBound], end)
    }

    /// The character that an escape stands for, and the end of the escape; nil if there is no escape at the position.
    private func escape(at position: Int, in file: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
        guard file[position] == UInt8(ascii: "\\"), position + 1 < file.endIndex else { return nil }
        let digits: Int
        switch file[position + 1] {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        case UInt8(ascii: "_"): return (Array("\u{A0}".utf8), position + 2)
        case UInt8(ascii: "N"): return (Array("\u{85}".utf8), position + 2)
        case UInt8(ascii: "L"): return (Array("\u{2028}".utf8), position + 2)
        case UInt8(ascii: "P"): return (Array("\u{2029}".utf8), position + 2)
        case let byte: return ([byte], position + 2)
        }
        let end = position + 2 + digits
        guard end <= file.endIndex,
            let value = UInt32(String(decoding: file[(position + 2)..<end], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return (Array(String(scalar).utf8), end)
    }
}
