import PlaybookCore

/// All content: loaded, cross-checked and valid. A library exists only if the content has no error, so its users need not check references.
package struct Library: Sendable {
    package let configuration: Configuration
    /// Sorted by path, comparing UTF-8 bytes.
    package let chapters: [Chapter]
    /// Sorted by id, comparing UTF-8 bytes, as are accounts and voice records.
    package let snippets: [Snippet]
    package let accounts: [Account]
    package let voices: [VoiceRecord]
    /// Found by account, KPI and month.
    package let readings: Readings
    /// Sorted by date, then in the order of the files.
    package let touches: [Touch]
    /// In the order of the file.
    package let suppressions: [Suppression]
    /// The languages that accounts name, each with the place where it is first named.
    package let languages: [String: Place]
    /// Files that the site publishes: all of `assets/`, and what chapters and snippets link to.
    package let assets: [Asset]
    /// The name of the content folder in its parent folder, even if the user wrote `.`; empty for the root of the file system.
    package let folderName: String

    package init(
        configuration: Configuration, chapters: [Chapter] = [], snippets: [Snippet] = [], accounts: [Account] = [],
        voices: [VoiceRecord] = [], readings: Readings = Readings(), touches: [Touch] = [],
        suppressions: [Suppression] = [], languages: [String: Place] = [:], assets: [Asset] = [],
        folderName: String = "content"
    ) {
        self.configuration = configuration
        self.chapters = chapters
        self.snippets = snippets.sorted { $0.id.precedes($1.id) }
        self.accounts = accounts.sorted { $0.id.precedes($1.id) }
        self.voices = voices.sorted { $0.id.precedes($1.id) }
        self.readings = readings
        self.touches = touches
        self.suppressions = suppressions
        self.languages = languages
        self.assets = assets
        self.folderName = folderName
    }

    /// The account with an id, or nil.
    package func account(_ id: String) -> Account? { find(id, in: accounts, by: \.id) }

    /// The voice record with an id, or nil.
    package func voice(_ id: String) -> VoiceRecord? { find(id, in: voices, by: \.id) }
}

/// The record with an id among records that are sorted by it, or nil.
private func find<Record>(_ id: String, in records: [Record], by key: KeyPath<Record, String>) -> Record? {
    var (low, high) = (0, records.count)
    while low < high {
        let middle = (low + high) / 2
        if records[middle][keyPath: key].precedes(id) { low = middle + 1 } else { high = middle }
    }
    return low < records.count && records[low][keyPath: key] == id ? records[low] : nil
}
