import PlaybookCore

/// What is remembered about a search index, so that the words of unchanged pages need not be found again: for each file of documents, its
/// `SearchPostings` as bytes for `RecordReader`.
package struct KeptSearch: Sendable {
    let files: [[UInt8]]
}

extension RecordWriter {
    package mutating func add(_ search: KeptSearch) { add(search.files) { $0.add($1[...]) } }
}

extension KeptSearch {
    package init(_ reader: inout RecordReader) throws { files = try reader.list { Array(try $0.part()) } }

    /// Joins parts that follow one another.
    package init(joining parts: [KeptSearch]) { files = parts.flatMap(\.files) }

    /// Parts that follow one another, with at most `count` files each.
    package func parts(of count: Int) -> [KeptSearch] {
        stride(from: 0, to: files.count, by: count).map {
            KeptSearch(files: Array(files[$0..<min($0 + count, files.count)]))
        }
    }
}

extension KeptSearch {
    /// The postings of a file of documents, and the record of them; nil if the record cannot be used.
    func postings(ofFile number: Int, from start: Int) -> (SearchPostings, [UInt8])? {
        guard files.indices.contains(number) else { return nil }
        var reader = RecordReader(files[number])
        do {
            return (try SearchPostings(&reader, from: start), files[number])
        } catch {
            // The words are then found again.
            return nil
        }
    }
}
