import PlaybookCore

/// The index of the search, in files that a page loads when a query needs them. Each file is a script that calls a
/// function of the page, because pages read from a disk may load scripts but may not fetch.
///
/// A word's postings are pairs of numbers: the difference to the number of the document before, and where the word is
/// in the document, as `part * 64 + kind * 16 + n`. Kind 2 is the title and kind 1 a heading, each with its number of
/// words as `n`; kind 0 is the text, with the number of times that the word occurs in it.
struct SearchIndex {
    /// The most postings of a word; the best are kept. A word on more pages says nothing about a query.
    static let postingsPerWord = 300
    /// The approximate number of bytes in a file of words.
    static let shardSize = 4_000
    static let documentsPerFile = 2

    struct Posting: Sendable {
        var document: Int32
        var place: Int32

        var rank: Int { Int((place >> 4) & 3) * 100 + ((place >> 4) & 3 == 0 ? Int(place & 15) : 15 - Int(place & 15)) }
    }

    private var words: [String: [Posting]] = [:]
    private var count = 0

    /// The postings of one document: for each word at most one for the title, one for a heading and one for the text.
    static func postings(of document: SearchDocument) -> [(word: String, place: Int32)] {
        var best: [String: Int32] = [:]
        var headings: [String: Int32] = [:]
        let title = searchWords(document.title)
        for word in title { best[word] = 2 << 4 | Int32(min(15, title.count)) }
        var counts: [String: (part: Int, inPart: Int, most: Int, mostPart: Int, total: Int)] = [:]
        for (index, part) in document.parts.enumerated() {
            let number = Int32(min(index, 1_000)) << 6
            let heading = searchWords(part.heading)
            for word in heading {
                let place = number | 1 << 4 | Int32(min(15, heading.count))
                if let old = headings[word], old & 15 <= place & 15 { continue }
                headings[word] = place
            }
            for word in searchWords(part.text) {
                var entry = counts[word] ?? (index, 0, 0, index, 0)
                if entry.part != index { (entry.part, entry.inPart) = (index, 0) }
                entry.inPart += 1
                entry.total += 1
                if entry.inPart > entry.most { (entry.most, entry.mostPart) = (entry.inPart, index) }
                counts[word] = entry
            }
        }
        for (word, entry) in counts where best[word] == nil && headings[word] == nil {
            best[word] = Int32(min(entry.mostPart, 1_000)) << 6 | Int32(min(15, entry.total))
        }
        return best.map { ($0.key, $0.value) } + headings.map { ($0.key, $0.value) }
    }

    /// Adds the next document's postings.
    mutating func add(_ postings: [(word: String, place: Int32)]) {
        for posting in postings {
            words[posting.word, default: []].append(Posting(document: Int32(count), place: posting.place))
        }
        count += 1
    }

    /// The files of words, and the file with which a search starts. Their bytes depend on the documents alone.
    consuming func files() -> [OutputFile] {
        let sorted = words.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var files: [OutputFile] = []
        var starts: [String] = []
        var before = ""
        var shard: [UInt8] = []
        var lengths: [Int: [String]] = [:]
        func end() {
            guard !shard.isEmpty else { return }
            let text = Array("playbookSearch.words(\(files.count),{".utf8) + shard + Array("});\n".utf8)
            files.append(OutputFile(path: "w\(files.count).js", bytes: text))
            shard.removeAll(keepingCapacity: true)
        }
        for word in sorted {
            var postings = words[word] ?? []
            let total = Set(postings.map(\.document)).count
            if postings.count > Self.postingsPerWord {
                postings.sort { ($1.rank, $0.document, $0.place) < ($0.rank, $1.document, $1.place) }
                postings = postings.prefix(Self.postingsPerWord).sorted {
                    ($0.document, $1.place) < ($1.document, $0.place)
                }
            }
            // The start of a shard is the shortest text that comes after all words before it.
            if shard.isEmpty {
                starts.append(shortStart(of: word, after: before))
            } else {
                shard.append(UInt8(ascii: ","))
            }
            before = word
            shard += Array("\(quoted(word)):[\(total)".utf8)
            var last: Int32 = 0
            for posting in postings {
                shard += Array(",\(posting.document - last),\(posting.place)".utf8)
                last = posting.document
            }
            shard.append(UInt8(ascii: "]"))
            lengths[min(word.count, 20), default: []].append(word)
            if shard.count > Self.shardSize { end() }
        }
        end()
        for (length, words) in lengths.sorted(by: { $0.key < $1.key }) {
            files.append(
                OutputFile(
                    path: "v\(length).js",
                    text: "playbookSearch.list(\(length),\(quoted(words.joined(separator: " "))));\n"))
        }
        let known = lengths.keys.sorted().map(String.init).joined(separator: ",")
        let start =
            "playbookSearch.start({pages:\(count),perFile:\(Self.documentsPerFile),lengths:[\(known)],"
            + "words:[\(starts.map(quoted).joined(separator: ","))]});\n"
        return files + [OutputFile(path: "start.js", text: start)]
    }

    /// The file from which results are shown, for some consecutive documents.
    static func file(_ number: Int, of documents: [SearchDocument]) -> OutputFile {
        let entries = documents.map { document in
            let length = SearchDocument.excerptLength(parts: document.parts.count)
            let parts = document.parts.map { part in
                "[\(quoted(part.id)),\(quoted(part.heading)),\(quoted(String(part.text.prefix(length))))]"
            }
            return
                "[\(quoted(document.address)),\(quoted(document.title)),\(quoted(document.crumbs)),[\(parts.joined(separator: ","))]]"
        }
        return OutputFile(
            path: "d\(number).js", text: "playbookSearch.pages(\(number),[\(entries.joined(separator: ",\n"))]);\n")
    }
}

/// The shortest beginning of a word that comes after another word.
private func shortStart(of word: String, after before: String) -> String {
    String(word.prefix(zip(word, before).prefix { $0 == $1 }.count + 1))
}

/// A text as a string literal of a script (ECMA-262, 12.9.4). `<` is escaped too, so that no literal can end the
/// script.
private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: bytes.append(UInt8(ascii: " "))
        case UInt8(ascii: "<"): bytes += Array("\\x3C".utf8)
        default: bytes.append(byte)
        }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
}
