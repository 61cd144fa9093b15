/// The postings of all documents, by word. If many documents have a word, only the best postings are kept, so that the size depends on the number
/// of words and not on the number of documents.
struct WordLists: Sendable {
    /// The most postings that are kept for a word. Only the best are kept, because further pages do not help with a query.
    static let postingsPerWord = 300

    private(set) var table = WordTable()
    private var lists: [List] = []

    /// The postings of a word, in the order of the documents.
    private struct List: Sendable {
        var postings: [Posting] = []
        /// How many documents have the word.
        var documents = 0
        var last: Int32 = -1

        mutating func keepBest() {
            guard postings.count > postingsPerWord else { return }
            let best = postings.indices.sorted {
                (postings[$1].rank, $0) < (postings[$0].rank, $1)
            }
            postings = best.prefix(postingsPerWord).sorted().map { postings[$0] }
        }
    }

    private struct Posting: Sendable {
        let document: Int32
        let place: UInt16

        var rank: Int {
            let (kind, n) = (Int(place >> 4 & 3), Int(place & 15))
            return kind * 100 + (kind == 0 ? n : 15 - n)
        }
    }

    /// Adds the postings of documents that come after all documents added before.
    mutating func add(_ others: SearchPostings) {
        let numbers = (0..<others.table.count).map { table.number(of: others.table[$0].span) }
        while lists.count < table.count { lists.append(List()) }
        for index in others.words.indices {
            let word = numbers[Int(others.words[index])]
            let document = others.documents[index]
            if lists[word].last != document {
                lists[word].documents += 1
                lists[word].last = document
            }
            lists[word].postings.append(Posting(document: document, place: others.places[index]))
            // A posting that is not among the best of some is not among the best of all.
            if lists[word].postings.count >= 2 * Self.postingsPerWord { lists[word].keepBest() }
        }
    }

    /// The numbers of the words, in the order of their bytes.
    var wordsInOrder: [Int] {
        (0..<table.count).sorted { table[$0].lexicographicallyPrecedes(table[$1]) }
    }

    /// The word's entry in a file (`SearchIndex`).
    func entry(of word: Int) -> [UInt8] {
        var list = lists[word]
        list.keepBest()
        var text = Array("\"".utf8) + table[word] + Array("\":\"".utf8)
        SearchIndex.append(list.documents, to: &text)
        var last: Int32 = 0
        for posting in list.postings {
            SearchIndex.append(Int(posting.document - last), to: &text)
            SearchIndex.append(Int(posting.place), to: &text)
            last = posting.document
        }
        text.append(UInt8(ascii: "\""))
        return text
    }
}
