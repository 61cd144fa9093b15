import PlaybookCore
import PlaybookMarkup

/// The parts of a snippet that customers read, as words with their places in the file: its title, summary, label and
/// other values, and its body without internal blocks.
struct CustomerText: Sendable {
    struct Word: Sendable {
        let text: String
        /// The word in lower case, as words are compared.
        let folded: String
        let source: Range<Int>
        /// The number of the file that it comes from; 0 for the snippet's own file.
        let file: Int32
        let startsSentence: Bool
    }

    /// Words that belong together: one value of the front matter, or one paragraph, heading or table cell of the
    /// body.
    struct Passage: Sendable {
        enum Part: Sendable { case title, summary, label, other, body }

        let part: Part
        fileprivate(set) var words: [Word] = []
        fileprivate var isAtSentence = true
        fileprivate var hasEnded = false
    }

    /// A place in the snippet's own file (0) or in an included file.
    struct Spot: Sendable {
        let source: Range<Int>
        let file: Int32
    }

    private(set) var passages: [Passage] = []

    init(_ record: RecordFile, body: Document, _ sources: IncludeSources) {
        let yaml = record.yaml
        let values: [(Passage.Part, YAMLNode?)] = [
            (.title, yaml?["title"]), (.summary, yaml?["summary"]), (.label, yaml?["action"]?["label"]),
            (.other, yaml?["event"]?["place"]), (.other, yaml?["evidence"]?["source"]),
        ]
        for (part, node) in values {
            guard let node, let text = node.scalar else { continue }
            var passage = Passage(part: part)
            passage.append(text, at: node.source, in: record.file.bytes, file: 0)
            passages.append(passage)
        }
        append(body, in: record.file.bytes, sources)
    }

    private mutating func append(_ body: Document, in own: [UInt8], _ sources: IncludeSources) {
        var passage = Passage(part: .body)
        for (index, node) in body.nodes.enumerated() {
            switch node.kind {
            case .text, .code:
                let source = Int(node.source.lowerBound)..<Int(node.source.upperBound)
                let bytes = sources.file(node.file)?.bytes ?? own
                passage.append(body.literal(NodeID(index)), at: source, in: bytes, file: node.file)
            case .softBreak, .lineBreak: passage.appendBlank()
            case .emphasis, .strong, .strikethrough, .link, .image, .htmlInline: break
            default:
                // Every block starts a new passage; inlines belong to the block before them.
                if !passage.words.isEmpty { passages.append(passage) }
                passage = Passage(part: .body)
            }
        }
        if !passage.words.isEmpty { passages.append(passage) }
    }

    /// The words of some parts, with one element for each sentence.
    func sentences(of parts: Set<Passage.Part>) -> [ArraySlice<Word>] {
        passages.filter { parts.contains($0.part) }.flatMap { passage in
            var sentences: [ArraySlice<Word>] = []
            var start = 0
            for index in passage.words.indices where index > start && passage.words[index].startsSentence {
                sentences.append(passage.words[start..<index])
                start = index
            }
            return sentences + [passage.words[start...]]
        }
    }
}

extension CustomerText.Passage {
    /// Adds the words of a text. If the file spells the text differently, for example with entities, each word gets the
    /// place of the whole text.
    fileprivate mutating func append(_ text: String, at source: Range<Int>, in bytes: [UInt8], file: Int32) {
        let start = exactStart(of: text, in: source, bytes)
        var text = text
        let isASCII = text.withUTF8 { bytes in
            let isASCII = bytes.allSatisfy { $0 < 0x80 }
            if isASCII { append(ascii: bytes, start, source, file) }
            return isASCII
        }
        if isASCII { return }
        var offset = 0
        var word = ""
        var wordStart = 0
        for character in text {
            let isPart = character.isLetter || character.isNumber
            if isPart, word.isEmpty { wordStart = offset }
            if isPart { word.append(character) } else { finish(&word, wordStart, start, source, file) }
            if !isPart {
                if Self.isSymbol(character) {
                    word = String(character)
                    finish(&word, offset, start, source, file)
                }
                note(character)
            }
            offset += character.utf8.count
        }
        finish(&word, wordStart, start, source, file)
    }

    /// Adds the words of a text in ASCII, as most are: no character needs a look into Unicode's tables.
    private mutating func append(
        ascii text: UnsafeBufferPointer<UInt8>, _ start: Int?, _ source: Range<Int>, _ file: Int32
    ) {
        func add(_ range: Range<Int>) {
            var word = String(decoding: text[range], as: UTF8.self)
            finish(&word, range.lowerBound, start, source, file)
        }
        var wordStart = 0
        for (index, byte) in text.enumerated() where !byte.isASCIILetterOrDigit {
            if wordStart < index { add(wordStart..<index) }
            if byte == UInt8(ascii: "%") { add(index..<(index + 1)) }
            if byte != .space { note(Character(Unicode.Scalar(byte))) } else if hasEnded { isAtSentence = true }
            wordStart = index + 1
        }
        if wordStart < text.count { add(wordStart..<text.count) }
    }

    fileprivate mutating func appendBlank() { note(" ") }

    /// Signs that count as words of their own.
    private static func isSymbol(_ character: Character) -> Bool {
        switch character {
        case "%", "★", "☆", "⭐": true
        default: false
        }
    }

    private mutating func finish(
        _ word: inout String, _ wordStart: Int, _ start: Int?, _ source: Range<Int>, _ file: Int32
    ) {
        guard !word.isEmpty else { return }
        let place = start.map { ($0 + wordStart)..<($0 + wordStart + word.utf8.count) } ?? source
        words.append(
            .init(text: word, folded: word.lowercased(), source: place, file: file, startsSentence: isAtSentence))
        (isAtSentence, hasEnded) = (false, false)
        word = ""
    }

    /// A sentence ends with a full stop or a similar mark before a blank. Brackets and quotation marks may be between
    /// the two.
    private mutating func note(_ character: Character) {
        switch character {
        case ".", "!", "?", "…": hasEnded = true
        case _ where character.isWhitespace: if hasEnded { isAtSentence = true }
        case ")", "]", "\"", "'", "”", "’", "“", "»", "«": break
        default: hasEnded = false
        }
    }

    private func exactStart(of text: String, in source: Range<Int>, _ bytes: [UInt8]) -> Int? {
        let written = bytes[source.clamped(to: 0..<bytes.count)]
        let length = text.utf8.count
        // In quotation marks, or after the backticks of code, the text starts a little later than its source.
        for lead in 0...max(0, min(3, written.count - length)) where written.count >= lead + length {
            if written.dropFirst(lead).prefix(length).elementsEqual(text.utf8) { return written.startIndex + lead }
        }
        return nil
    }
}
