import PlaybookCore

/// The index of the search, in files that a page loads when a query needs them. Each is a script that calls a function of the page:
/// pages read from a disk may load scripts, but may not fetch.
///
/// The postings of a word are a series of numbers: first the number of documents that have the word, then for each posting the difference from
/// the previous document's number, and the place (`SearchPostings`). Numbers are written in `digits`, five bits each, the lowest first; the sixth
/// bit says that another digit follows.
struct SearchIndex {
    /// A site has at most about this many files of words and the same number of files of documents, so that publishing stays quick. A small site
    /// has smaller files, so that a search loads less.
    static let mostFiles = 250
    static let leastWordBytes = 4_000

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// How many documents share a file, on a site with `count` documents.
    static func documentsPerFile(of count: Int) -> Int { max(2, (count + mostFiles - 1) / mostFiles) }

    /// The files of the words and the file that a search starts with. Their bytes depend only on the documents.
    ///
    /// - Parameter count: how many documents there are.
    static func files(of words: WordLists, documents count: Int) async -> [OutputFile] {
        let order = words.wordsInOrder
        let lists = await order.concurrentMap { words.entry(of: $0) }
        let size = max(leastWordBytes, lists.reduce(0) { $0 + $1.count } / mostFiles)
        var files: [OutputFile] = []
        var starts: [String] = []
        var before: ArraySlice<UInt8> = []
        var shard: [UInt8] = []
        var lengths: [Int: [UInt8]] = [:]
        func end() {
            guard !shard.isEmpty else { return }
            let text = Array("playbookSearch.words(\(files.count),{".utf8) + shard + Array("});\n".utf8)
            files.append(OutputFile(path: "w\(files.count).js", bytes: text))
            shard.removeAll(keepingCapacity: true)
        }
        for (number, list) in zip(order, lists) {
            let word = words.table[number]
            // The start of a shard is as short as possible, but it comes after all words before the shard.
            if shard.isEmpty {
                starts.append(shortStart(of: word, after: before))
            } else {
                shard.append(UInt8(ascii: ","))
            }
            before = word
            shard += list
            let length = min(20, word.count { $0 & 0xC0 != 0x80 })
            lengths[length, default: []] += (lengths[length] == nil ? [] : [.space]) + word
            if shard.count > size { end() }
        }
        end()
        let sorted = lengths.sorted { $0.key < $1.key }
        for (length, spelled) in sorted {
            let list = scriptLiteral(String(decoding: spelled, as: UTF8.self))
            files.append(OutputFile(path: "v\(length).js", text: "playbookSearch.list(\(length),\(list));\n"))
        }
        let start =
            "playbookSearch.start({pages:\(count),perFile:\(documentsPerFile(of: count)),"
            + "lengths:[\(sorted.map { "\($0.key)" }.joined(separator: ","))],"
            + "words:[\(starts.map(scriptLiteral).joined(separator: ","))]});\n"
        return files + [OutputFile(path: "start.js", text: start)]
    }

    static func append(_ number: Int, to text: inout [UInt8]) {
        var rest = number
        repeat {
            let digit = rest & 31
            rest >>= 5
            text.append(digits[rest > 0 ? digit | 32 : digit])
        } while rest > 0
    }
}

/// The shortest beginning of a word that comes after another word.
private func shortStart(of word: ArraySlice<UInt8>, after before: ArraySlice<UInt8>) -> String {
    var end = zip(word, before).prefix { $0 == $1 }.count + 1
    while end < word.count, word[word.startIndex + end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: word.prefix(end), as: UTF8.self)
}
