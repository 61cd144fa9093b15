import PlaybookCore
import PlaybookModel
import Synchronization

/// The values that are the same on all pages. They differ only in their relative addresses, which most pages at the same depth share, so that each
/// record is made once.
final class SiteRecords: Sendable {
    private let make: @Sendable (_ folder: String) -> SiteRecord
    /// The first folders of everything that the record refers to. Below these, addresses depend on more than the depth.
    private let targets: Set<String>
    private let made = Mutex<[Int: SiteRecord]>([:])

    /// - Parameters:
    ///   - targets: the paths below the site's root that the record refers to.
    ///   - make: makes the record, with addresses relative to a folder.
    init(to targets: [String], _ make: @escaping @Sendable (_ folder: String) -> SiteRecord) {
        self.targets = Set(targets.compactMap(\.pathParts.first))
        self.make = make
    }

    /// The record with addresses relative to a page's folder.
    func record(from folder: String) -> SiteRecord {
        let end = folder.utf8.firstIndex(of: UInt8(ascii: "/")) ?? folder.endIndex
        let first = String(folder[..<end])
        let depth = folder.isEmpty ? 0 : folder.utf8.count { $0 == UInt8(ascii: "/") } + 1
        guard !targets.contains(first) else { return make(folder) }
        if let record = made.withLock({ $0[depth] }) { return record }
        let record = make(folder)
        made.withLock { $0[depth] = record }
        return record
    }
}

extension SiteRecords {
    /// - Parameters:
    ///   - made: the folders of the pages that are made from the library.
    ///   - hasFeed: true if there is a history, from which a feed of changed chapters can be made.
    convenience init(
        of configuration: Configuration, _ assets: PublishedAssets, _ shelves: Shelves, made: Set<String>, hasFeed: Bool
    ) {
        let listed = Shelves.Shelf.allCases.filter { made.contains(shelves.folder($0)) }
        // A feed needs the site's address.
        let feed = hasFeed && configuration.site.baseURL != nil ? Outputs.feedPath : nil
        let logo = configuration.site.logo.flatMap(assets.path)
        let files = SiteTemplates.themeFiles.compactMap { name, file in
            assets.path("theme/" + file).map { (name: name, path: $0, integrity: assets.integrity("theme/" + file)) }
        }
        let targets = files.map(\.path) + listed.map { shelves.folder($0) } + [feed, logo].compactMap { $0 }
        self.init(to: targets + [Self.search, "index.html"]) { folder in
            SiteRecord(
                title: configuration.site.title, language: configuration.site.language,
                company: configuration.company?.name, home: address(from: folder, toPage: ""),
                search: address(from: folder, toFile: Self.search),
                feed: feed.map { address(from: folder, toFile: $0) },
                logo: logo.map { address(from: folder, toFile: $0) },
                themeFiles: Dictionary(
                    uniqueKeysWithValues: files.map { name, path, integrity in
                        (name, .init(href: address(from: folder, toFile: path), integrity: integrity))
                    }),
                shelves: listed.map {
                    LinkRecord(title: $0.title, href: address(from: folder, toPage: shelves.folder($0)))
                }, params: configuration.site.params)
        }
    }

    /// The file that a search starts with.
    private static let search = "search/start.js"
}
