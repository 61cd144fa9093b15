import PlaybookCore

/// Where the text of a document stands in its HTML, for a search: a copy of the text would need as much memory as the HTML.
struct TextRuns: Sendable {
    /// For each run how many bytes it has and how many stand between it and the one before, each in as few bytes as it needs. Behind a length
    /// of 0 stands what it is that has no bytes: 0 for a blank, 1 for the beginning of a part.
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

    /// Seven bits each, the lowest first; the eighth says that another byte follows.
    private mutating func append(_ number: Int) {
        var rest = number
        while rest > 0x7F {
            numbers.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        numbers.append(UInt8(rest))
    }

    /// The text of each part, with a blank between what stands in different blocks.
    ///
    /// - Parameters:
    ///   - numbers: those of the runs.
    ///   - html: the HTML in which they stand.
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
    /// Appends what `appendEscaped` has escaped.
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
