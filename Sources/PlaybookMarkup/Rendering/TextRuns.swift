import PlaybookCore

/// Where the text of a document is in its HTML, for a search. A copy of the text would need as much memory as the HTML.
struct TextRuns: Sendable {
    /// For each run, its length in bytes and the number of bytes between it and the run before, each in as few bytes as possible. A length of 0
    /// marks an entry that is not a run, and the number after it says what it is: 0 for a blank, 1 for the start of a part.
    private(set) var numbers: [UInt8] = []
    private var end = 0

    mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        append(range.count)
        append(range.lowerBound - end)
        end = range.upperBound
    }

    mutating func addBlank() { numbers += [0, 0] }

    mutating func addPart() { numbers += [0, 1] }

    /// Appends a number with seven bits in each byte, the lowest first. The eighth bit says that another byte follows.
    private mutating func append(_ number: Int) {
        var rest = number
        while rest > 0x7F {
            numbers.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        numbers.append(UInt8(rest))
    }

    /// The text of each part, with a blank between the texts of different blocks.
    ///
    /// - Parameters:
    ///   - numbers: the `numbers` of the runs.
    ///   - html: the HTML that the runs refer to.
    static func texts(_ numbers: [UInt8], in html: [UInt8]) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        var text: [UInt8] = []
        var (index, end) = (0, 0)
        func next() -> Int {
            var (number, shift) = (0, 0)
            while true {
                let byte = Int(numbers[index])
                index += 1
                number |= (byte & 0x7F) << shift
                if byte < 0x80 { return number }
                shift += 7
            }
        }
        while index < numbers.count {
            let (count, between) = (next(), next())
            if count > 0 {
                text.appendUnescaped(html[(end + between)..<(end + between + count)])
                end += between + count
            } else if between == 0 {
                text.append(.space)
            } else {
                texts.append(text)
                text = []
            }
        }
        return texts + [text]
    }
}

extension [UInt8] {
    /// Appends a text without the escapes that `appendEscaped` has made.
    fileprivate mutating func appendUnescaped(_ html: ArraySlice<UInt8>) {
        var rest = html
        while let sign = rest.firstIndex(of: UInt8(ascii: "&")), sign + 1 < rest.endIndex {
            self += rest[..<sign]
            let (byte, length): (UInt8, Int) =
                switch rest[sign + 1] {
                case UInt8(ascii: "a"): (UInt8(ascii: "&"), 5)
                case UInt8(ascii: "l"): (UInt8(ascii: "<"), 4)
                case UInt8(ascii: "g"): (UInt8(ascii: ">"), 4)
                default: (UInt8(ascii: "\""), 6)
                }
            append(byte)
            rest = rest[(sign + length)...]
        }
        self += rest
    }
}
