import PlaybookCore

/// HTML with holes: it is made once, and each page that shows it puts in what depends on the page.
package struct PreparedHTML: Sendable {
    /// The HTML of a page that inserts nothing.
    private let bytes: [UInt8]
    /// In order.
    private let holes: [Hole]
    /// Where the text is (`TextRuns`).
    private let runs: [UInt8]

    init(bytes: [UInt8], holes: [Hole], runs: TextRuns) {
        // The renderer's bytes have spare capacity. These bytes are kept for thousands of documents, and do not grow.
        self.bytes = bytes.fitted
        self.holes = holes.fitted
        self.runs = runs.numbers.fitted
    }

    /// A place where pages differ.
    struct Hole: Sendable {
        enum Kind: Sendable {
            /// The address of a link or image, by its number among the links and images whose addresses differ.
            case address(Int32)
            /// The prefix of the ids of headings and footnotes.
            case idPrefix
            /// The level of a heading, in its start tag or its end tag.
            case headingLevel
        }

        let kind: Kind
        private let start: Int32
        private let count: Int32

        init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            start = Int32(range.lowerBound)
            count = Int32(range.count)
        }

        /// The bytes that the page replaces.
        var range: Range<Int> { Int(start)..<Int(start + count) }
    }

    /// The text without markup, for a search. The headings at the top of the document divide it into parts. The texts of those headings are left
    /// out.
    package var texts: [[UInt8]] { TextRuns.texts(runs, in: bytes) }

    /// The HTML for a page.
    ///
    /// - Parameters:
    ///   - idPrefix: put before the ids of headings and footnotes, for pages with several documents.
    ///   - headingShift: added to every heading's level, up to 6.
    ///   - address: returns the address of a link or image, not yet escaped, given its number among the links that the HTML was prepared with;
    ///     nil to keep the address as it was written.
    package func filled(
        idPrefix: String = "", headingShift: Int = 0, address: (Int) -> String?
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + holes.count * 24)
        var position = 0
        for hole in holes {
            let range = hole.range
            output += bytes[position..<range.lowerBound]
            position = range.upperBound
            switch hole.kind {
            case .address(let link):
                if let address = address(Int(link)) {
                    output.appendAddress(address.utf8)
                } else {
                    output += bytes[range]
                }
            case .idPrefix: output += idPrefix.utf8
            case .headingLevel:
                let level = Int(bytes[range.lowerBound]) + headingShift
                output.append(UInt8(clamping: min(level, Int(UInt8(ascii: "6")))))
            }
        }
        return output + bytes[position...]
    }
}
