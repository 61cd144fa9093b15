import PlaybookContent
import PlaybookCore
import PlaybookSite

/// What a build can take over from the last build if only chapters have changed since, and if nobody has changed the outputs.
package struct KeptBuild: Sendable {
    package let chapters: KeptChapters
    let search: KeptSearch
    let summary: BuildSummary

    static let form = SealedRecord(heading: "playbook chapters 1\n")

    /// How many chapters, and how many files of the search, are in a block of the record.
    private static let perBlock = (chapters: 256, searchFiles: 8)

    init(_ chapters: KeptChapters, _ search: KeptSearch, _ summary: BuildSummary) {
        self.chapters = chapters
        self.search = search
        self.summary = summary
    }

    /// Writes the record.
    ///
    /// - Parameter request: the hash of the request of the build.
    func write(in folder: String, name: String, request: String) throws(FileError) {
        let parts = chapters.parts(of: Self.perBlock.chapters)
        let files = search.parts(of: Self.perBlock.searchFiles)
        try Self.form.write(in: folder, name: name, blocks: 1 + parts.count + files.count) { block, writer in
            switch block {
            case 0:
                writer.add(request)
                writer.add(parts.count)
            case ...parts.count: writer.add(parts[block - 1])
            default: writer.add(files[block - 1 - parts.count])
            }
        }
    }

    /// - Returns: nil if the file belongs to a different build than the record.
    init?(_ bytes: [UInt8], of record: BuildRecord) throws(SealedRecord.Unusable) {
        var (request, count) = ("", 0)
        var (parts, files): ([KeptChapters], [KeptSearch]) = ([], [])
        try Self.form.read(bytes) { block, reader in
            switch block {
            case 0: (request, count) = (try reader.text(), try reader.number())
            case ...count: parts.append(try KeptChapters(&reader))
            default: files.append(try KeptSearch(&reader))
            }
        }
        guard request == record.request else { return nil }
        self.init(KeptChapters(joining: parts), KeptSearch(joining: files), record.summary)
    }
}

extension KeptBuild {
    /// What the site can take over; nil if anything but the texts of chapters has changed.
    func site(for loaded: LoadedContent) -> KeptSite? {
        guard let now = loaded.chapters, let library = loaded.library, now.face == chapters.face else { return nil }
        let unchanged = now.unchanged(since: chapters)
        // The home page also shows what goes to customers, and that is not planned again.
        guard library.chapters.allSatisfy({ !$0.page.isEmpty || unchanged.contains($0.path) }) else { return nil }
        return KeptSite(unchanged: unchanged, search: search)
    }
}
