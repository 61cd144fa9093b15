import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The steps of loading, in order. A value of this type is used for one call of `load`.
struct LibraryLoader {
    private(set) var folder: ContentFolder
    private let registry: RuleRegistry
    /// False if no site is made from the library.
    private let forSite: Bool
    /// What is remembered about the chapters: before loading, by an earlier run; after loading, by this run. Nil if nothing is to be remembered.
    private(set) var kept: KeptChapters?
    var configuration = Configuration()
    var diagnostics: [Diagnostic]
    var chapters: [Chapter] = []
    private var snippets: [Snippet] = []
    private var accounts: [Account] = []
    /// The names of files that snippets include.
    private var includedForCustomers: Set<String> = []
    private var languages: [String: Place] = [:]
    private var voices: [VoiceRecord] = []
    private var readings = Readings()
    private var touches: [Touch] = []
    private var suppressions: [Suppression] = []
    private var assets: Set<String> = []
    private var sources = IncludeSources()
    private var exported = ExportedRows([], nil, isConfigured: true)
    private var isConfigured = true
    private var kpiUses: [KPIUse] = []
    private var accountValues: [String: [AccountValue]] = [:]
    private var voiceFiles: [String: RecordFile] = [:]
    private let markers = MarkerCheck()
    private(set) var records: [String: [FileRecord]] = [:]
    /// The files of each part of the folder that have an extension, by `PART.EXTENSION`, in the order of their names.
    private let filesByKind: [String: [SourceFile]]

    init(folder: consuming ContentFolder, registry: RuleRegistry, forSite: Bool, kept: KeptChapters?) {
        self.registry = registry
        self.forSite = forSite
        self.kept = kept
        diagnostics = folder.diagnostics
        var filesByKind: [String: [SourceFile]] = [:]
        for file in folder.files {
            let parts = file.name.pieces(between: "/", maxSplits: 1, omittingEmpty: false)
            guard parts.count == 2 else { continue }
            for ending in ["md", "yml", "yaml", "csv"] where parts[1].endsWithBytes(of: "." + ending) {
                filesByKind[parts[0] + "." + ending, default: []].append(file)
            }
        }
        self.filesByKind = filesByKind
        self.folder = folder
    }

    var library: Library {
        Library(
            configuration: configuration, chapters: chapters, snippets: snippets, accounts: accounts, voices: voices,
            readings: readings, touches: touches, suppressions: suppressions, languages: languages,
            assets: assets.sortedByBytes().map { Asset(name: $0, path: folder.path(of: $0)) }, folderName: folder.name)
    }

    mutating func loadConfiguration() {
        if let file = folder.files.first(where: { $0.name == "playbook.yml" }) {
            records[file.name] = [.part]
            let result = readConfiguration(file, assets: Set(folder.others), registry)
            configuration = result.configuration
            isConfigured = !result.diagnostics.hasErrors
            diagnostics += result.diagnostics
        }
    }

    /// True when rows of exports could not be read, so that there may be accounts that are not known.
    var hasUnreadRows: Bool { exported.isIncomplete }

    mutating func load(asOf: CalendarDate) async {
        exported = ExportedRows(files(in: .accounts, "csv"), configuration.crm, isConfigured: isConfigured)
        let known = knownIDs()
        noteRecords()
        for files in [accountFiles, files(in: .snippets, "md"), files(in: .voice, "md")] {
            diagnostics += checkIDs(of: files)
        }
        await loadShared(known)
        await loadAccounts(known)
        await loadVoices(known)
        let readingsFiles = files(in: .readings, "csv")
        async let readings = readReadings(readingsFiles, known: known, asOf: asOf)
        await loadSnippets(known, asOf: asOf)
        loadTables(known, await readings, asOf: asOf)
        await loadChapters(known, asOf: asOf)
    }

    private func files(in part: ContentPart, _ fileExtension: String) -> [SourceFile] {
        filesByKind[part.rawValue + "." + fileExtension] ?? []
    }

    private var accountFiles: [SourceFile] {
        (files(in: .accounts, "yml") + files(in: .accounts, "yaml")).sorted { $0.name.precedes($1.name) }
    }

    /// Notes what each file should become. For chapters this is known only when they are read, because drafts are
    /// left out.
    private mutating func noteRecords() {
        for file in files(in: .snippets, "md") { records[file.name] = [.snippet(recordID(file))] }
        for file in files(in: .voice, "md") { records[file.name] = [.voice(recordID(file))] }
        for file in accountFiles { records[file.name] = [.account(recordID(file))] }
        for file in files(in: .accounts, "csv") { records[file.name] = [.part] }
        for row in exported.rows {
            if let id = row[.id]?.text { records[exported.files[row.file].name, default: []].append(.account(id)) }
        }
        for file in files(in: .shared, "md") + files(in: .readings, "csv") + files(in: .touches, "csv") {
            records[file.name] = [.part]
        }
        records["suppressions.csv"] = [.part]
    }

    /// All ids are collected before any file is read, so that a mistake in a file does not make its id unknown
    /// elsewhere.
    private func knownIDs() -> KnownIDs {
        var known = KnownIDs(vocabularyOf: configuration)
        known[.account] = ids(accountFiles, .accounts).union(exported.ids)
        known[.snippet] = ids(files(in: .snippets, "md"), .snippets)
        known[.voice] = ids(files(in: .voice, "md"), .voice)
        return known
    }

    /// The ids of files, and of files in the same folder that are not read because of how their names end.
    private func ids(_ files: [SourceFile], _ part: ContentPart) -> Set<String> {
        Set(files.map(\.name).map(recordID) + folder.misnamed.filter(part.contains).map(recordID))
    }

    /// Reads the files of `shared/`, which chapters and snippets can include.
    private mutating func loadShared(_ known: KnownIDs) async {
        let shape = Shape.chapter
        let records = await folder.takeParsed(files(in: .shared, "md")).concurrentMap { file in
            RecordFile(markdown: file, shape: shape, needsFrontMatter: false, known: known)
        }
        for record in records { sources.add(record.file, record.document) }
        diagnostics += records.flatMap(\.diagnostics)
    }

    private mutating func loadAccounts(_ known: KnownIDs) async {
        let files = accountFiles
        let own = Dictionary(folder.takeParsed(files).map { (recordID($0.source), $0) }) { first, _ in first }
        let loaded = await joinedAccounts(own, exported, known: known, configuration)
        diagnostics += loaded.diagnostics
        accounts = loaded.accounts
        languages = loaded.languages
        accountValues = loaded.values
        kpiUses = loaded.kpis
        let first = files.first?.place ?? exported.files.first?.place
        if let first, configuration.company == nil {
            diagnostics.append(
                Diagnostic(
                    .missingCompany, "there are accounts, but no `company:` in playbook.yml", at: first,
                    help: "say who writes to them: name, postal_address, from, reply_to, message_id_domain, unsubscribe"
                ))
        }
    }

    private mutating func loadVoices(_ known: KnownIDs) async {
        let parsed = folder.takeParsed(files(in: .voice, "md"))
        guard !parsed.isEmpty else { return }
        let contacts = contactsByAccount
        let former = FormerAddresses(accounts)
        let markers = markers
        let shape = Shape.voice
        let configuration = configuration
        let results = await parsed.concurrentMap { parsed -> (RecordFile, VoiceRecord?) in
            let file = parsed.source
            var record = RecordFile(markdown: parsed, shape: shape, needsFrontMatter: true, known: known)
            var voice = readVoice(&record, id: recordID(file))
            if let found = voice, let email = found.contact, let ofAccount = contacts[found.account] {
                voice?.contact = sameMailbox(as: email, in: ofAccount) ?? email
            }
            record.diagnostics += checkOwner(record, in: .voice, configuration)
            record.diagnostics += markers.findings(inVoice: record)
            if let voice, let email = voice.contact, let ofAccount = contacts[voice.account], !ofAccount.contains(email)
            {
                let place = file.place(record.yaml?["contact"]?.source ?? 0..<0)
                record.diagnostics.append(unknownContact(email, voice.account, ofAccount, at: place))
            }
            if let said = voice, let email = said.contact {
                voice?.contact = former.present(email, at: said.account)
            }
            return (record, voice)
        }
        diagnostics += results.flatMap(\.0.diagnostics)
        voices = results.compactMap(\.1)
        voiceFiles = Dictionary(results.map { (recordID($0.0.file), $0.0) }) { first, _ in first }
    }

    private mutating func loadSnippets(_ known: KnownIDs, asOf: CalendarDate) async {
        let names = await AccountNames(accounts, configuration)
        let texts = CustomerTextCheck(configuration)
        let markers = markers
        let configuration = configuration
        let shape = Shape.snippet.requiring(configuration.required["snippets"] ?? [])
        let sources = sources
        let parsed = folder.takeParsed(files(in: .snippets, "md"))
        let results = await parsed.concurrentMap { parsed -> (RecordFile, Snippet?) in
            let file = parsed.source
            var record = RecordFile(markdown: parsed, shape: shape, needsFrontMatter: true, known: known)
            record.diagnostics += checkForeignSyntax(record.document, in: file, isForCustomers: true)
            record.diagnostics += checkBrokenMarkup(record.document, in: file, isForCustomers: true)
            record.expandIncludes(sources, from: [.shared])
            let snippet = readSnippet(&record, id: recordID(file), kpis: known[.kpi], sources)
            record.diagnostics += markers.findings(inSnippet: record, snippet?.body, sources)
            let body = snippet?.body ?? CustomerDocument(cuttingInternalBlocksFrom: record.document)
            record.diagnostics += checkOtherCustomers(record, body, names, sources)
            if let snippet {
                record.diagnostics += texts.findings(snippet, record, sources)
                record.diagnostics += checkImages(snippet.body.document, in: file, sources)
                record.diagnostics += checkRawHTML(snippet, record, sources, isKept: configuration.site.rawHTML)
                record.diagnostics += checkTabs(snippet.body.document, in: file, sources)
            }
            record.diagnostics += checkOwner(record, in: .snippets, configuration)
            return (record, snippet)
        }
        diagnostics += results.flatMap(\.0.diagnostics)
        snippets = results.compactMap(\.1)
        includedForCustomers = Set(
            results.flatMap { Set($0.0.document.nodes.map(\.file)) }.compactMap { sources.file($0)?.name })
        let records = Dictionary(results.map { (recordID($0.0.file), $0.0) }) { first, _ in first }
        diagnostics += checkAcross(snippets, voices: voices, records: records)
        diagnostics += checkQuotations(snippets, voices: voices, records: voiceFiles, names)
        let accountValues = accountValues
        diagnostics += await accounts.concurrentMap { checkAccount($0, accountValues[$0.id] ?? [], names) }
            .flatMap(\.self)
        if !accounts.isEmpty, let file = folder.files.first(where: { $0.name == "playbook.yml" }) {
            diagnostics += checkVocabulary(file, names)
        }
        // An account with mistakes may be the one that a snippet is for.
        if accounts.count == known[.account].count {
            diagnostics += await checkReaders(snippets, accounts, configuration, asOf: asOf, records: records)
        }
    }

    private mutating func loadTables(
        _ known: KnownIDs, _ readingsResult: (readings: Readings, diagnostics: [Diagnostic]), asOf: CalendarDate
    ) {
        readings = readingsResult.readings
        let touchesFiles = files(in: .touches, "csv")
        let touchesResult = readTouches(
            touchesFiles, known: known, contacts: touchesFiles.isEmpty ? [:] : contactsByAccount, asOf: asOf)
        let former = FormerAddresses(accounts)
        touches = touchesResult.touches.map { touch in
            var touch = touch
            touch.contact = touch.contact.map { former.present($0, at: touch.account) }
            return touch
        }
        if let file = folder.files.first(where: { $0.name == "suppressions.csv" }) {
            let result = readSuppressions(file)
            suppressions = result.suppressions
            diagnostics += result.diagnostics
        }
        if !readingsResult.diagnostics.hasErrors { diagnostics += checkFigures(kpiUses, accounts, readings) }
        diagnostics += readingsResult.diagnostics + touchesResult.diagnostics
        diagnostics += files(in: .touches, "csv").filter { $0.firstByteThatIsNoText == nil }.flatMap {
            controlCharacters(in: $0, from: startOfText($0))
        }
    }

    private var contactsByAccount: [String: Set<String>] {
        Dictionary(accounts.map { ($0.id, Set($0.contacts.flatMap { [$0.email] + $0.was })) }) { first, _ in first }
    }

    private mutating func loadChapters(_ known: KnownIDs, asOf: CalendarDate) async {
        let reading = ChapterReading(
            shape: Shape.chapter.requiring(configuration.required["chapters"] ?? []), known: known, markers: markers,
            configuration: configuration, asOf: asOf, forSite: forSite, registry: registry, kept: kept)
        let files = files(in: .chapters, "md")
        let read = await files.concurrentMap { reading.read($0) }
        for chapter in read { sources.add(chapter.file, nil, isDraft: chapter.isDraft) }
        sources.parseIncluded(
            by: read.compactMap { if case .including(let record) = $0 { (record.file, record.document) } else { nil } })
        let sources = sources
        let finished = await read.concurrentMap { reading.finished($0, sources) }
        let parsed = finished.map(\.chapter)
        kept = kept.map { _ in
            KeptChapters(finished.compactMap { chapter in chapter.entry.map { (chapter.chapter.file.name, $0) } })
        }
        for index in parsed.indices { diagnostics += parsed[index].findings }
        diagnostics += checkChapters(files, in: folder)
        let targets = linkTargets(parsed, known)
        let resolved = await parsed.concurrentMap { chapter in
            let path = chapter.path.path
            let origin = LinkOrigin(name: ContentPart.chapters.name(of: path), page: path)
            return targets.resolve(chapter.links, from: origin, in: chapter.file, sources)
        }
        for index in parsed.indices {
            diagnostics += resolved[index].diagnostics
            diagnostics += parsed[index].furtherFindings
        }
        diagnostics += checkShared(targets)
        let all = parsed.indices.map { parsed[$0].chapter(resolved[$0].targets) }
        var published: [PageKeys] = []
        for index in parsed.indices {
            let isDraft = parsed[index].frontMatter.draft
            records[files[index].name] = [isDraft ? .part : .chapter(all[index].path)]
            guard !isDraft else { continue }
            chapters.append(all[index])
            published.append(parsed[index].keys)
        }
        let pages = PageCheck(chapters, published)
        diagnostics += pages.diagnostics + checkOrphans(chapters, published)
        diagnostics += checkAssets(
            folder.others.filter { ContentPart.assets.contains($0) && $0 != configuration.site.logo },
            all, in: folder)
        for index in chapters.indices {
            guard let refused = pages.refused[chapters[index].path] else { continue }
            chapters[index] = chapters[index].without(aliases: refused)
        }
        assets = Set(folder.others.filter(ContentPart.assets.contains))
        dropRepeatedIncludes()
        for index in chapters.indices {
            for case .asset(let name)? in chapters[index].links { assets.insert(name) }
        }
    }

    /// The findings in files of `shared/`, whether or not another file includes them.
    private func checkShared(_ targets: LinkTargets) -> [Diagnostic] {
        files(in: .shared, "md").flatMap { file -> [Diagnostic] in
            guard let source = sources.sources[file.name] else { return [] }
            let links = source.document.links.filter { !isAbsolute($0.url) && !$0.url.startsWithBytes(of: "#") }
            let origin = LinkOrigin(name: file.name, page: nil)
            return sources.expand(source.document, of: file, from: [.shared, .chapters]).1
                + targets.resolve(links, from: origin, in: file, sources).diagnostics
                + (configuration.site.rawHTML ? [] : checkRawHTML(source.document, in: file))
                + checkForeignSyntax(
                    source.document, in: file, isForCustomers: includedForCustomers.contains(file.name))
                + checkBrokenMarkup(source.document, in: file, isForCustomers: includedForCustomers.contains(file.name))
        }
    }

    /// Removes repeated findings. A mistake in a file of `shared/` is found again in every file that includes it;
    /// only the first is kept, which is the one from a snippet.
    private mutating func dropRepeatedIncludes() {
        let rules: Set<Rule> = [
            .missingInclude, .includeCycle, .includeTooLarge, .misplacedInclude, .strayMarker, .rawHTML,
        ]
        var seen: [Rule: Set<Place>] = [:]
        diagnostics.removeAll { rules.contains($0.rule) && !seen[$0.rule, default: []].insert($0.place).inserted }
    }

    private func linkTargets(_ parsed: [ParsedChapter], _ known: KnownIDs) -> LinkTargets {
        var targets = LinkTargets()
        targets.files = Set(folder.others)
        targets.inDotFolders = folder.inDotFolders
        targets.misnamed = folder.misnamed
        targets.records = recordTargets(known)
        for chapter in parsed {
            if chapter.frontMatter.draft {
                targets.drafts.insert(chapter.path.path)
                continue
            }
            targets.add(chapter, rawHTML: configuration.site.rawHTML)
            if chapter.path.isIndex { targets.indexes[chapter.path.folder] = chapter.path.path }
            var folder = chapter.path.folder
            while !folder.isEmpty, targets.sections.insert(folder).inserted { folder = ChapterPath(folder).folder }
            targets.sections.insert("")
        }
        targets.indexNames()
        return targets
    }
}

extension LibraryLoader {
    /// The pages of snippets and accounts. A file with mistakes counts as having its page, because the mistakes are
    /// reported at the file.
    fileprivate func recordTargets(_ known: KnownIDs) -> [String: LinkTargets.Record] {
        let hasAccounts = configuration.site.accounts
        var records: [String: LinkTargets.Record] = [:]
        for id in known[.snippet] { records[ContentPart.snippets.name(of: "\(id).md")] = .page(.snippet(id)) }
        for snippet in snippets {
            let name = ContentPart.snippets.name(of: "\(snippet.id).md")
            if snippet.draft {
                records[name] = .noPage("is a draft")
            } else if snippet.accounts != nil, !hasAccounts {
                let why = "is for named accounts, and `site.accounts: false` keeps those off the site"
                records[name] = .noPage(why)
            }
        }
        let off = LinkTargets.Record.noPage("has no page: `site.accounts: false` keeps accounts off the site")
        for id in known[.account] {
            records[ContentPart.accounts.name(of: "\(id).yml")] = hasAccounts ? .page(.account(id)) : off
        }
        for name in accountFiles.map(\.name) where name.endsWithBytes(of: ".yaml") {
            records[name] = hasAccounts ? .page(.account(recordID(name))) : off
        }
        return records
    }
}

/// The offset after a byte order mark; 0 if there is none.
private func startOfText(_ file: SourceFile) -> Int { file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
