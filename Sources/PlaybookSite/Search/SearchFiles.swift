import PlaybookCore

/// A page that can be found.
struct SearchEntry: Sendable {
    /// The title, by which pages are ordered.
    let title: String
    /// The path of the chapter that the page is made from, if it is made from one.
    let chapter: String?
    let document: @Sendable () -> SearchDocument

    /// True if the page has the same text as in the existing site.
    func isKept(in kept: KeptSite) -> Bool { chapter.map(kept.unchanged.contains) ?? true }
}

/// Writes the search index of pages to `search/`, below the site's root.
///
/// - Parameters:
///   - entries: the pages. Those with similar titles share a file, because a query that finds one of them often finds the others.
///   - kept: what has not changed since the existing index was made; nil to make the whole index.
///   - write: receives each file; it is called from several threads.
/// - Returns: what the next index can use again.
func writeSearchIndex(
    _ entries: [SearchEntry], keeping kept: KeptSite? = nil,
    to write: @escaping @Sendable (OutputFile) throws(FileError) -> Void
) async throws(FileError) -> KeptSearch {
    let order = entries.indices.sorted { left, right in
        entries[left].title == entries[right].title
            ? left < right : entries[left].title.precedes(entries[right].title)
    }
    let perFile = SearchIndex.documentsPerFile(of: order.count)
    let sorted = order.map { entries[$0] }
    let starts = Array(stride(from: 0, to: sorted.count, by: perFile))
    // A few files at a time, so that only their postings are in memory twice. While one core adds them up, the others continue.
    let waves = stride(from: 0, to: starts.count, by: 16).map { Array(starts[$0..<min($0 + 16, starts.count)]) }
    @Sendable func written(_ wave: [Int]) async -> [Result<(SearchPostings, [UInt8]), FileError>] {
        await wave.concurrentMap { start in
            let entries = sorted[start..<min(start + perFile, sorted.count)]
            if let kept, entries.allSatisfy({ $0.isKept(in: kept) }),
                let known = kept.search.postings(ofFile: start / perFile, from: start)
            {
                return .success(known)
            }
            var postings = SearchPostings()
            let documents = entries.map { $0.document() }
            for (index, document) in documents.enumerated() { postings.add(document, number: Int32(start + index)) }
            do throws(FileError) {
                try write(searchFile(start / perFile, of: documents))
                return .success((postings, postings.record(from: start)))
            } catch {
                return .failure(error)
            }
        }
    }
    var words = WordLists()
    var records: [[UInt8]] = []
    var results = await written(waves.first ?? [])
    for next in waves.dropFirst() + [[]] {
        async let upcoming = written(next)
        var failure: FileError?
        for result in results {
            switch result {
            case .success((let postings, let record)):
                words.add(postings)
                records.append(record)
            case .failure(let error): failure = failure ?? error
            }
        }
        results = await upcoming
        if let failure { throw failure }
    }
    for file in await SearchIndex.files(of: words, documents: order.count) {
        try write(OutputFile(path: "search/" + file.path, bytes: file.bytes))
    }
    return KeptSearch(files: records)
}

/// The file from which results are shown, for some documents that follow one another.
private func searchFile(_ number: Int, of documents: [SearchDocument]) -> OutputFile {
    // If many documents share a file, each gets less space, because a search must not load too much.
    let most = max(300, 20_000 / documents.count)
    var script = Array("playbookSearch.pages(\(number),[".utf8)
    for (index, document) in documents.enumerated() {
        if index > 0 { script += Array(",\n".utf8) }
        let head = [document.address, document.title, document.crumbs].map(scriptLiteral).joined(separator: ",")
        script += Array("[\(head),[".utf8)
        let length = min(480, max(120, 1_600 / document.parts.count))
        var rest = most
        for (place, part) in document.parts.enumerated() {
            if place > 0 { script.append(UInt8(ascii: ",")) }
            let text = part.text.prefix(min(length, rest)).wholeCharacters
            rest -= text.count
            let id = part.id == plainSlug(part.heading) ? "0" : scriptLiteral(part.id)
            let excerpt = text.isEmpty ? "" : "," + scriptLiteral(String(decoding: text, as: UTF8.self))
            script += Array("[\(id),\(scriptLiteral(part.heading))\(excerpt)]".utf8)
        }
        script += Array("]]".utf8)
    }
    return OutputFile(path: "search/d\(number).js", bytes: script + Array("]);\n".utf8))
}

/// The id that most headings have; the script makes it in the same way (search.js, `plainSlug`).
private func plainSlug(_ heading: String) -> String {
    var slug: [UInt8] = []
    for byte in heading.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            slug.append(byte)
        case .space: slug.append(UInt8(ascii: "-"))
        default: continue
        }
    }
    return String(decoding: slug, as: UTF8.self)
}

extension ArraySlice<UInt8> {
    /// The bytes without a character that is cut off at the end.
    fileprivate var wholeCharacters: ArraySlice<UInt8> {
        var end = endIndex
        while end > startIndex, self[end - 1] & 0xC0 == 0x80 { end -= 1 }
        guard end > startIndex, self[end - 1] >= 0xC0 else { return self }
        let length = self[end - 1] >= 0xF0 ? 4 : self[end - 1] >= 0xE0 ? 3 : 2
        return endIndex - (end - 1) >= length ? self : self[..<(end - 1)]
    }
}

/// A text as a script's literal (ECMA-262, 12.9.4); `<` is escaped too, so that no literal can end a script.
func scriptLiteral(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: bytes.append(.space)
        case UInt8(ascii: "<"): bytes += Array("\\x3C".utf8)
        default: bytes.append(byte)
        }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
}
