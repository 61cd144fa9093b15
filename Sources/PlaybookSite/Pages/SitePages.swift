import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// The pages of a site, each with the file that it is written to.
struct SitePages: Sendable {
    let builder: PageBuilder
    let templates: Templates
    let listings: Listings
    /// The pages that list others.
    let lists: [Listing]
    /// True if accounts have pages.
    let hasAccounts: Bool

    /// - Parameters:
    ///   - isForFewPages: true if most pages will not be made.
    ///   - writeAsset: receives the files that pages refer to; nil if they are written already.
    init(
        of library: Library, with templates: SiteTemplates, asOf: CalendarDate, plan: MonthPlan?,
        changes: [String: LastChange], isForFewPages: Bool = false,
        assetsTo writeAsset: (@Sendable (OutputFile) throws(FileError) -> Void)?
    ) async throws(FileError) {
        precondition(library.chapters.allSatisfy(\.text.isForSite), "content that was not loaded for a site")
        let previews = MessagePreviews(plan)
        // This needs no files, so it is made while they are read and written.
        async let structure = structure(of: library, templates.templates, isForFewPages: isForFewPages)
        var assets = PublishedAssets()
        for file in templates.assets {
            let accent = file.name == SiteTemplates.themeFiles["style"] ? library.configuration.site.accent : nil
            let made = assets.add("theme/" + file.name, file.bytes + (accent.map(accentRule) ?? []))
            try writeAsset?(made)
        }
        try await assets.add(library.assets, to: writeAsset)
        if !previews.keys.isEmpty {
            let made = assets.add("theme/messages.css", previews.styles)
            try writeAsset?(made)
        }
        let (tree, navigation) = await structure
        listings = Listings(library: library, tree: tree, shelves: Shelves(tree))
        let accountList = PageBuilder.accountList(library, listings.shelves)
        hasAccounts = accountList != nil
        lists = (listings.all() + [accountList].compactMap { $0 }).uniqued(by: \.folder)
        self.templates = templates.templates
        builder = PageBuilder(
            library: library, tree: tree, navigation: navigation, assets: assets, previews: previews, plan: plan,
            changes: changes, asOf: asOf, shelves: listings.shelves, made: Set(lists.map(\.folder)))
    }

    func page(_ list: Listing) -> OutputFile { file(list.folder, builder.record(of: list)) }

    func page(_ snippet: Snippet) -> OutputFile {
        file(listings.shelves.folder(.snippets, snippet.id), builder.record(of: snippet, in: listings))
    }

    func page(_ account: Account) -> OutputFile {
        file(builder.shelves.folder(.accounts, account.id), builder.record(of: account))
    }

    /// The page that shows a message as it will look.
    func page(_ key: MessagePreviews.Key) -> OutputFile {
        let folder = builder.previewFolder(key) ?? ""
        func address(_ file: String) -> String {
            builder.assets.path("theme/" + file).map { PlaybookSite.address(from: folder, toFile: $0) } ?? ""
        }
        let html = builder.previews.html(key, styles: address("messages.css"), icon: address("favicon.svg"))
        return OutputFile(path: folder + "/index.html", bytes: html ?? [])
    }

    /// A chapter, or a section without an index page.
    func page(_ index: Int) -> OutputFile { file(builder.tree.pages[index].folder, builder.record(ofPage: index)) }

    func printPage(_ section: Int) -> OutputFile {
        printPage(section, builder.record(ofPrint: section))
    }

    /// The same page, with its parts made on all cores. For builds in which it is the only page being made.
    func printPageOnAllCores(_ section: Int) async -> OutputFile {
        let parts = builder.printParts(of: section)
        let made = await parts.concurrentMap { $0() }
        return printPage(section, builder.record(ofPrint: section, made))
    }

    private func printPage(_ section: Int, _ record: PrintTemplateRecord) -> OutputFile {
        let html = templates.render("print", record)
        return OutputFile(path: builder.prints.folder(of: section) + "/index.html", bytes: html)
    }

    /// The pages that the search can find, each with the data for its index.
    var searchEntries: [SearchEntry] {
        let tree = builder.tree
        let chapters = tree.pages.indices.filter { tree.pages[$0].chapter != nil && !tree.pages[$0].isHidden }
        return chapters.map { index in
            SearchEntry(title: tree.pages[index].title, chapter: tree.pages[index].chapter?.path) {
                tree.searchDocument(index)
            }
        }
            + SearchDocument.records(of: listings).map { record in
                SearchEntry(title: record.title, chapter: nil) { record }
            }
    }

    var notFound: OutputFile { OutputFile(path: "404.html", text: builder.notFoundPage(templates)) }

    private func file(_ folder: String, _ record: PageTemplateRecord) -> OutputFile {
        OutputFile(
            path: folder.isEmpty ? "index.html" : folder + "/index.html", bytes: templates.render("page", record))
    }
}

private func structure(
    of library: Library, _ templates: Templates, isForFewPages: Bool
) async -> (SiteTree, Navigation) {
    let tree = SiteTree(library)
    return (tree, await Navigation(tree, templates: templates, isForFewPages: isForFewPages))
}

/// The CSS rule that replaces the theme's accent by the company's own.
private func accentRule(light: String, dark: String) -> [UInt8] {
    Array("\n:root { --accent: light-dark(\(light), \(dark)); }\n".utf8)
}

extension SiteTree {
    /// The page of a chapter in the form that the search indexes.
    fileprivate func searchDocument(_ index: Int) -> SearchDocument {
        let page = pages[index]
        let crumbs = ancestors(of: index).dropFirst().map { pages[$0].title }.joined(separator: " / ")
        let place = address(from: "", toPage: page.folder)
        guard let chapter = page.chapter else {
            return SearchDocument(address: place, title: page.title, crumbs: crumbs, parts: [])
        }
        return SearchDocument(chapter, address: place, crumbs: crumbs)
    }
}
