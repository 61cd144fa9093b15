import PlaybookCore

/// The fix for a misspelled id of the vocabulary; nil if no correction is certain. Ids of accounts, snippets and voice
/// records are never corrected, because a wrong guess could send something to the wrong customer.
func correction(
    of id: String, as reference: Reference, among known: KnownIDs, at source: Range<Int>, in file: SourceFile
) -> Diagnostic.Fix? {
    switch reference {
    case .role, .industry, .product, .stage, .kpi, .person:
        correction(of: id, among: known[reference], at: source, in: file)
    case .account, .snippet, .voice: nil
    }
}

/// The fix for a misspelled word; nil unless one known word was certainly meant and the file has the misspelled word
/// literally, with or without quotes. Words that decide who may get messages are never corrected (`Shape.decision`).
func correction(
    of word: String, among known: some Sequence<String>, at source: Range<Int>, in file: SourceFile
) -> Diagnostic.Fix? {
    certain(for: word, among: known).flatMap { replacement(of: word, by: $0, at: source, in: file) }
}

/// The fix that replaces a word by another; nil unless the file has it literally, with or without quotes.
func replacement(of word: String, by right: String, at source: Range<Int>, in file: SourceFile) -> Diagnostic.Fix? {
    let written = file.text(source)
    let quotes = ["\(word)": 0, "\"\(word)\"": 1, "'\(word)'": 1]
    guard let quote = quotes[written] else { return nil }
    return Diagnostic.Fix(
        in: file, range: (source.lowerBound + quote)..<(source.upperBound - quote), original: word, replacement: right)
}
