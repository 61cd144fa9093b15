import PlaybookContent
import PlaybookCore
import PlaybookSite

/// What a build can take over from the last one if only chapters have changed since, and the outputs are as that one left them.
package struct KeptBuild: Sendable {
    package let chapters: KeptChapters
    let search: KeptSearch
    let summary: BuildSummary

    static let form = SealedRecord(heading: "playbook chapters 1\n")

    init(_ chapters: KeptChapters, _ search: KeptSearch, _ summary: BuildSummary) {
        self.chapters = chapters
        self.search = search
        self.summary = summary
    }

    /// The bytes of the file.
    ///
    /// - Parameter request: the hash of the request of the build.
    func bytes(request: String) -> [UInt8] {
        var writer = RecordWriter()
        writer.add(request)
        writer.add(chapters)
        writer.add(search)
        return Self.form.sealed(writer)
    }

    /// - Returns: nil if the file belongs to another build than the record.
    init?(_ bytes: [UInt8], of record: BuildRecord) throws(SealedRecord.Unusable) {
        let values = try Self.form.values(of: bytes) { reader -> (KeptChapters, KeptSearch)? in
            guard try reader.text() == record.request else { return nil }
            return (try KeptChapters(&reader), try KeptSearch(&reader))
        }
        guard let values else { return nil }
        self.init(values.0, values.1, record.summary)
    }
}

extension KeptBuild {
    /// What the site takes over; nil if more has changed than the texts of chapters.
    func site(for loaded: LoadedContent) -> KeptSite? {
        guard let now = loaded.chapters, let library = loaded.library, now.face == chapters.face else { return nil }
        let unchanged = now.unchanged(since: chapters)
        // The home page also shows what goes to customers, which is not planned again.
        guard library.chapters.allSatisfy({ !$0.page.isEmpty || unchanged.contains($0.path) }) else { return nil }
        return KeptSite(unchanged: unchanged, search: search)
    }
}
