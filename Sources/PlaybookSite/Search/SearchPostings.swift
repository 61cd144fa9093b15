import PlaybookCore

/// Where words occur in documents.
///
/// The place of a word in a document is `part * 64 + kind * 16 + n`. Kind 2 is the title and kind 1 a heading, each with its number of words as
/// `n`; kind 0 is the text, with the number of times that it contains the word.
struct SearchPostings: Sendable {
    private(set) var table = WordTable()
    /// For each posting, in the order of the documents: the word's number, the document's number, the place.
    private(set) var words: [Int32] = []
    private(set) var documents: [Int32] = []
    private(set) var places: [UInt16] = []

    /// How a document uses each word, by the word's number. An entry is valid only for the document that its stamp names.
    private var seen: [Seen] = []
    private var touched: [Int] = []

    private struct Seen {
        var stamp: Int32 = -1
        var title: UInt16 = 0
        var heading: UInt16 = 0
        var part: UInt16 = 0
        /// How often the word is in the current part, in the part that has it most often, and in all parts.
        var inPart: UInt16 = 0
        var most: UInt16 = 0
        var total: UInt16 = 0
        var mostPart: UInt16 = 0
    }

    /// Adds a document: at most one posting for its title, one for a heading and one for its text, for each word.
    mutating func add(_ document: SearchDocument, number: Int32) {
        touched.removeAll(keepingCapacity: true)
        let title = wordNumbers(in: Array(document.title.utf8))
        for word in title { update(word, number) { $0.title = 2 << 4 | UInt16(min(15, title.count)) } }
        for (index, part) in document.parts.enumerated() {
            let place = UInt16(min(index, 1_000))
            if !part.heading.isEmpty {
                let heading = wordNumbers(in: Array(part.heading.utf8))
                let value = place << 6 | 1 << 4 | UInt16(min(15, heading.count))
                // Of several headings with a word, the shortest counts, because it says the most about the word.
                for word in heading {
                    update(word, number) { seen in
                        if seen.heading == 0 || seen.heading & 15 > value & 15 { seen.heading = value }
                    }
                }
            }
            forEachSearchWord(in: part.text) { word in
                update(table.number(of: word), number) { seen in
                    if seen.part != place { (seen.part, seen.inPart) = (place, 0) }
                    seen.inPart &+= 1
                    if seen.total < .max { seen.total += 1 }
                    if seen.inPart > seen.most { (seen.most, seen.mostPart) = (seen.inPart, place) }
                }
            }
        }
        for word in touched {
            let seen = seen[word]
            if seen.title != 0 { append(word, number, seen.title) }
            if seen.heading != 0 { append(word, number, seen.heading) }
            if seen.title == 0, seen.heading == 0 { append(word, number, seen.mostPart << 6 | min(15, seen.total)) }
        }
    }

    private mutating func append(_ word: Int, _ document: Int32, _ place: UInt16) {
        words.append(Int32(word))
        documents.append(document)
        places.append(place)
    }

    private mutating func wordNumbers(in text: [UInt8]) -> [Int] {
        var numbers: [Int] = []
        forEachSearchWord(in: text) { numbers.append(table.number(of: $0)) }
        return numbers
    }

    private mutating func update(_ word: Int, _ document: Int32, _ change: (inout Seen) -> Void) {
        while seen.count <= word { seen.append(Seen()) }
        if seen[word].stamp != document {
            seen[word] = Seen(stamp: document)
            touched.append(word)
        }
        change(&seen[word])
    }
}

extension SearchPostings {
    /// The postings for `RecordReader`.
    ///
    /// - Parameter start: the number of the first document, so that the record does not depend on it.
    func record(from start: Int) -> [UInt8] {
        var writer = RecordWriter()
        writer.add((0..<table.count).map { table[$0] }) { $0.add($1) }
        // The postings of a document are next to each other.
        var rest = documents.indices
        while let first = rest.first {
            let end = documents[first...].firstIndex { $0 != documents[first] } ?? documents.endIndex
            writer.add(Int(documents[first]) - start)
            writer.add(end - first)
            for index in first..<end {
                writer.add(Int(words[index]))
                writer.add(Int(places[index]))
            }
            rest = end..<documents.endIndex
        }
        writer.add(-1)
        return writer.bytes.fitted
    }

    /// - Throws: an error if the bytes are not a record of postings.
    init(_ reader: inout RecordReader, from start: Int) throws {
        for word in try reader.list({ try $0.part() }) { _ = table.number(of: word.span) }
        while case let document = try reader.number(), document >= 0 {
            for _ in 0..<max(0, try reader.number()) {
                let word = try reader.number()
                guard (0..<table.count).contains(word) else { throw RecordReader.Damaged() }
                words.append(Int32(word))
                documents.append(Int32(truncatingIfNeeded: document + start))
                places.append(UInt16(truncatingIfNeeded: try reader.number()))
            }
        }
    }
}
