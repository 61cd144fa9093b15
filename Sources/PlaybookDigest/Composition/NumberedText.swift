import PlaybookCore

/// A plain text with notes that are numbered through a message. It is cut at the numbers of the notes. As long as all numbers have the same
/// number of digits, lines break at the same places, whatever the numbers are.
struct NumberedText: Sendable {
    let noteCount: Int
    /// For numbers of one digit and of two digits; nil if there are too many notes for that.
    private let short: Numbered?
    private let long: Numbered?

    /// A text, and the places of the last digits of its numbers.
    private struct Numbered: Sendable {
        var text: [UInt8]
        /// The offset of the last digit of each number, and the index of its note.
        var numbers: [(offset: Int, note: Int)] = []
    }

    /// - Parameter text: returns the text with its notes counted from a number, and how many notes it has.
    init(_ text: (_ firstNote: Int) -> (text: [UInt8], notes: Int)) {
        let first = text(1)
        noteCount = first.notes
        guard noteCount > 0 else {
            short = Numbered(text: first.text)
            long = nil
            return
        }
        // If the notes are counted from one more, only the last digit of each number changes.
        guard noteCount <= 8 else {
            (short, long) = (nil, nil)
            return
        }
        short = Self.numbered(first.text, text(2).text, from: 1)
        long = Self.numbered(text(10).text, text(11).text, from: 0)
    }

    private static func numbered(_ one: [UInt8], _ other: [UInt8], from digit: Int) -> Numbered? {
        guard one.count == other.count else { return nil }
        var result = Numbered(text: one)
        for index in one.indices where one[index] != other[index] {
            result.numbers.append((index, Int(one[index]) - Int(UInt8(ascii: "0")) - digit))
        }
        return result
    }

    /// The text with its notes counted from a number; nil if it has to be rendered.
    func text(from firstNote: Int) -> [UInt8]? {
        let last = firstNote + noteCount - 1
        guard let numbered = noteCount == 0 || last <= 9 ? short : firstNote >= 10 && last <= 99 ? long : nil else {
            return nil
        }
        var text = numbered.text
        for (offset, note) in numbered.numbers {
            let number = firstNote + note
            text[offset] = UInt8(ascii: "0") + UInt8(number % 10)
            if last > 9 { text[offset - 1] = UInt8(ascii: "0") + UInt8(number / 10) }
        }
        return text
    }
}

/// A numbered text with merge fields in some paragraphs, which are wrapped anew for each reader.
struct FilledText: Sendable {
    private let numbered: NumberedText
    /// The paragraphs with fields, in order, each on one line.
    private let paragraphs: [Stencil]
    private static let width = 72

    /// - Parameters:
    ///   - names: the names of the merge fields. The text has their marks in place of values.
    ///   - text: as for `NumberedText`.
    init(_ names: [String], _ text: (_ firstNote: Int) -> (text: [UInt8], notes: Int)) {
        numbered = NumberedText(text)
        guard !names.isEmpty, let marked = numbered.text(from: 1) else {
            paragraphs = []
            return
        }
        paragraphs = Self.ranges(in: marked).map { range in
            Stencil(names, marked: marked[range].map { $0 == .lineFeed ? .space : $0 }, isHTML: false)
        }
    }

    var noteCount: Int { numbered.noteCount }

    /// The text for a reader; nil if it has to be rendered.
    func text(from firstNote: Int, _ values: [String: String]) -> [UInt8]? {
        guard let text = numbered.text(from: firstNote) else { return nil }
        if paragraphs.isEmpty { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 256)
        var end = 0
        for (range, paragraph) in zip(Self.ranges(in: text), paragraphs) {
            output += text[end..<range.lowerBound]
            output += wrapped(paragraph.filled(values)[...], to: Self.width)
            end = range.upperBound
        }
        return output + text[end...]
    }

    /// Where the paragraphs with marks are: from an empty line to the next.
    private static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        while let mark = text[position...].firstIndex(of: 1) {
            var start = mark
            while start > 0, !(text[start - 1] == .lineFeed && (start == 1 || text[start - 2] == .lineFeed)) {
                start -= 1
            }
            var end = mark
            while end < text.count, !(text[end] == .lineFeed && end + 1 < text.count && text[end + 1] == .lineFeed) {
                end += 1
            }
            ranges.append(start..<end)
            position = end
        }
        return ranges
    }
}
