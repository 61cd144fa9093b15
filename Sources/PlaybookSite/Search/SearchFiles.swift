import PlaybookCore

/// Writes the search index of documents to `search/`, below the site's root.
///
/// - Parameter document: returns the document with a number. It is called once for each, from several threads.
func writeSearchIndex(
    count: Int, document: @escaping @Sendable (Int) -> SearchDocument,
    write: @Sendable (OutputFile) throws(FileError) -> Void
) async throws(FileError) {
    var index = SearchIndex()
    // In batches: only the index of words is kept for all documents.
    let batch = 512
    for start in stride(from: 0, to: count, by: batch) {
        let files = Array(stride(from: start, to: min(start + batch, count), by: SearchIndex.documentsPerFile))
        let results = await files.concurrentMap { first in
            let documents = (first..<min(first + SearchIndex.documentsPerFile, count)).map(document)
            let file = SearchIndex.file(first / SearchIndex.documentsPerFile, of: documents)
            return (file: file, postings: documents.map(SearchIndex.postings))
        }
        for result in results {
            for postings in result.postings { index.add(postings) }
            try write(OutputFile(path: "search/" + result.file.path, bytes: result.file.bytes))
        }
    }
    for file in index.files() { try write(OutputFile(path: "search/" + file.path, bytes: file.bytes)) }
}
