import PlaybookCore

/// The letters and digits of a text in the form in which names are searched: folded, each with its place and with
/// what separates it from the one before.
struct FoldedText: Sendable {
    /// What is between a letter and the one before it.
    enum Gap: Sendable, Hashable {
        case none
        /// Nothing, but a new word may begin here: `NorthwindFoods`, `Foods2`.
        case hump
        /// Nothing, in a script that is written without blanks between words.
        case edge
        /// One sign, such as a full stop.
        case sign(Unicode.Scalar)
        /// Several signs; this is the first. A blank at the ends of the text.
        case signs(Unicode.Scalar)

        /// True if a reader sees that a word ends here.
        var partsWords: Bool {
            switch self {
            case .none, .hump: false
            case .edge, .sign, .signs: true
            }
        }

        /// The first sign; nil if no sign is there.
        var first: Unicode.Scalar? {
            switch self {
            case .none, .hump, .edge: nil
            case .sign(let sign), .signs(let sign): sign
            }
        }

        var isApostrophe: Bool { if case .sign(let sign) = self { Folding.isApostrophe(sign) } else { false } }
    }

    struct Letter: Sendable {
        /// The folded letter, as a code point.
        var folded: UInt32
        /// True for capitals, digits, and letters of scripts without case.
        var isUpper: Bool
        var gap: Gap
        /// The piece of text that it comes from, and its bytes there.
        var piece: Int32
        var bytes: Range<Int32>
    }

    private(set) var letters: [Letter] = []
    /// What follows the last letter.
    private(set) var lastGap = Gap.none
    private let folding: Folding
    private var cache: [Unicode.Scalar: Folding.Folded] = [:]

    init(_ folding: Folding) { self.folding = folding }

    /// Makes the folded form of a single text.
    init(_ text: String, _ folding: Folding) {
        self.init(folding)
        append(text, piece: 0)
    }

    mutating func append(_ text: String, piece: Int) {
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            append(scalar, at: offset..<(offset + length), piece: piece)
            offset += length
        }
    }

    mutating func append(_ scalar: Unicode.Scalar, at bytes: Range<Int>, piece: Int) {
        let value = scalar.value
        if value < 0x80 {
            switch value {
            case 0x41...0x5A: append(value | 0x20, isUpper: true, at: bytes, piece)
            case 0x61...0x7A: append(value, isUpper: false, at: bytes, piece)
            case 0x30...0x39: append(value, isUpper: true, at: bytes, piece)
            default: part(with: scalar)
            }
            return
        }
        switch folded(scalar) {
        case .nothing: break
        case .sign: part(with: scalar)
        case .letters(let letters):
            let isUpper = !scalar.properties.isLowercase
            for letter in letters { append(letter, isUpper: isUpper, at: bytes, piece) }
        }
    }

    /// Separates the following text from the text so far, as a blank would.
    mutating func part() { part(with: " ") }

    private mutating func folded(_ scalar: Unicode.Scalar) -> Folding.Folded {
        if Folding.tabled.contains(scalar.value) { return folding.fold(scalar) }
        let folded = cache[scalar] ?? folding.fold(scalar)
        cache[scalar] = folded
        return folded
    }

    private mutating func part(with sign: Unicode.Scalar) {
        // Nearly all signs are blanks and other ASCII, and need no look into Unicode's tables.
        let isBlank =
            sign.isASCII ? sign == " " || (9...13).contains(sign.value) : sign.properties.isWhitespace
        let sign = isBlank ? " " : sign
        lastGap = lastGap.first.map { .signs($0) } ?? .sign(sign)
    }

    private mutating func append(_ folded: UInt32, isUpper: Bool, at bytes: Range<Int>, _ piece: Int) {
        var gap = lastGap
        if gap == .none, let last = letters.last { gap = Self.gap(between: last, folded, isUpper) }
        if letters.isEmpty { gap = .signs(" ") }
        lastGap = .none
        letters.append(
            Letter(
                folded: folded, isUpper: isUpper, gap: gap, piece: Int32(piece),
                bytes: Int32(bytes.lowerBound)..<Int32(bytes.upperBound)))
    }

    private static func gap(between last: Letter, _ folded: UInt32, _ isUpper: Bool) -> Gap {
        if hasNoBlanks(last.folded) || hasNoBlanks(folded) { return .edge }
        if isDigit(last.folded) != isDigit(folded) { return .hump }
        return !last.isUpper && isUpper ? .hump : .none
    }

    private static func isDigit(_ folded: UInt32) -> Bool { (0x30...0x39).contains(folded) }

    /// True for letters of scripts that are written without blanks between words: Thai to Khmer, kana, Han.
    private static func hasNoBlanks(_ folded: UInt32) -> Bool {
        (0xE00...0xEFF).contains(folded) || (0x1780...0x17FF).contains(folded) || (0x3040...0x30FF).contains(folded)
            || (0x3400...0x9FFF).contains(folded) || folded >= 0x20000
    }

    /// The gap before the letter with an index; after the last letter, a gap that ends a word.
    func gap(at index: Int) -> Gap {
        guard index < letters.count else { return .signs(" ") }
        return letters[index].gap
    }

    /// The letters that a digit or letter inside a word can be mistaken for: `0` for o, `1` and a capital I for l,
    /// and an l at the start of a word for a capital I.
    func lookAlikes(at index: Int) -> [UInt32] {
        let letter = letters[index]
        let next = index + 1 < letters.count && !gap(at: index + 1).partsWords ? letters[index + 1] : nil
        let last = index > 0 && !letter.gap.partsWords ? letters[index - 1] : nil
        switch letter.folded {
        case 0x30, 0x31:
            let isInWord = [last, next].contains { $0.map { !Self.isDigit($0.folded) } ?? false }
            return isInWord ? (letter.folded == 0x30 ? [0x6F] : [0x6C, 0x69]) : []
        case 0x69: return letter.isUpper && last != nil && next?.isUpper == false ? [0x6C] : []
        case 0x6C: return !letter.isUpper && last == nil && next != nil ? [0x69] : []
        default: return []
        }
    }

    /// The runs of five or more single letters, such as `N o r t h w i n d`, each without its blanks.
    var letterspaced: [FoldedText] {
        var runs: [FoldedText] = []
        var run: [Letter] = []
        func isAlone(_ index: Int) -> Bool { gap(at: index).partsWords && gap(at: index + 1).partsWords }
        for index in letters.indices {
            if isAlone(index) { run.append(letters[index]) }
            guard !isAlone(index) || index == letters.count - 1 else { continue }
            if run.count >= 5 {
                var text = FoldedText(folding)
                for letter in run {
                    text.append(
                        letter.folded, isUpper: letter.isUpper,
                        at: Int(letter.bytes.lowerBound)..<Int(letter.bytes.upperBound), Int(letter.piece))
                }
                runs.append(text)
            }
            run = []
        }
        return runs
    }
}
