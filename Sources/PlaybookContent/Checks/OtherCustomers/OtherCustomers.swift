import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let namesOtherCustomer = Rule(
        "names-other-customer",
        "A text for customers that names another customer, one of their people or their mail domain, even in disguise.",
        why: """
            A customer's name in another customer's mail breaks a confidence that took years to earn. Where a name is a plain word, \
            `common_name: true` in the account makes only its exact spelling count.
            """,
        example: "As at Contoso Motors, scrap fell by a third.",
        instead: "As at a maker of drive shafts, scrap fell by a third.")
}

/// A text with passages that reach customers, and the file that it is in.
struct CheckedText {
    var file: SourceFile
    /// The document without its internal blocks.
    var body = Document()
    var passages: [Passage]
    var sources = IncludeSources()

    /// The findings about names in the text, one for each place.
    ///
    /// - Parameters:
    ///   - counts: returns true if an occurrence counts.
    ///   - help: how to correct it, for readers who do not know the rule.
    ///   - subject: what the text is, such as `the text`.
    func findings(
        _ names: AccountNames, except allowed: Set<String>, products: Bool = true,
        of kinds: Set<NameForm.Kind> = [.account, .contact, .domain],
        counts: (AccountNames.Occurrence) -> Bool = { _ in true },
        subject: String = "the text", help: String, notes: [Diagnostic.Note] = []
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var seen: [String: Set<Int>] = [:]
        for passage in passages {
            for occurrence in names.occurrences(in: passage, except: allowed, products: products, of: kinds)
            where counts(occurrence) {
                let (file, source) = place(of: occurrence, in: passage)
                // A bare address is both a link and a text, and a name with a line break inside is read in two ways, so
                // the same place may be found twice.
                let owner = "\(occurrence.account) \(file.name)"
                let isKnown = seen[owner]?.isDisjoint(with: [source.lowerBound, source.upperBound - 1]) == false
                if isKnown { continue }
                seen[owner, default: []].formUnion(source.prefix(100))
                found.append(
                    Diagnostic(
                        .namesOtherCustomer, "\(subject) names \(title(of: occurrence))", at: file.place(source),
                        help: help + disguise(of: occurrence, in: passage, names) + plainWordHelp(occurrence, names),
                        notes: notes))
            }
        }
        return found
    }

    /// Accounts are shown by their id, because that is what `may_name` takes.
    private func title(of occurrence: AccountNames.Occurrence) -> String {
        let (name, account) = (occurrence.name, occurrence.account)
        let isAccount = name == account || !name.contains { $0 == " " || $0 == "." }
        return isAccount ? "`\(account)`" : "\(name) (`\(account)`)"
    }

    private func place(of occurrence: AccountNames.Occurrence, in passage: Passage) -> (SourceFile, Range<Int>) {
        let number = occurrence.parts.first.map { passage.pieces[$0.piece].file } ?? 0
        let file = sources.file(number) ?? self.file
        let ranges = occurrence.parts.filter { passage.pieces[$0.piece].file == number }.map {
            passage.source(of: $0, document: body, in: file)
        }
        let start = ranges.map(\.lowerBound).min() ?? 0
        return (file, start..<max(start, ranges.map(\.upperBound).max() ?? 0))
    }

    private func disguise(of occurrence: AccountNames.Occurrence, in passage: Passage, _ names: AccountNames) -> String
    {
        let written = occurrence.parts.map { part in
            String(decoding: Array(passage.pieces[part.piece].text.utf8)[part.bytes], as: UTF8.self)
        }
        return disguiseHelp(disguises(of: written.joined(), as: occurrence.name, names.folding))
    }

    private func plainWordHelp(_ occurrence: AccountNames.Occurrence, _ names: AccountNames) -> String {
        guard occurrence.isPlainWord, let account = names.accounts[occurrence.account] else { return "" }
        return "; if it is also a plain word, set `common_name: true` in the account: then only `\(account.name)` in "
            + "exactly this case and as whole words counts"
    }
}

/// The findings about customers that a snippet names although it is not for them, in all its texts and in the visible
/// parts of its links. A snippet with other mistakes is checked too, unless they make it unclear whom it may name.
///
/// - Parameter body: the part of the file that customers read.
func checkOtherCustomers(
    _ record: RecordFile, _ body: CustomerDocument, _ names: AccountNames, _ sources: IncludeSources
) -> [Diagnostic] {
    guard let yaml = record.yaml, let allowed = namesAllowed(in: yaml, names) else { return [] }
    let passages = Passage.passages(of: yaml, without: keysWithoutText) + Passage.passages(of: body.document)
    let text = CheckedText(file: record.file, body: body.document, passages: passages, sources: sources)
    return text.findings(
        names, except: allowed, help: "remove the name, or list the account under `may_name` if they agreed to it")
}

/// The accounts that a snippet may name: the accounts of `may_name`, and the account that it is for. Nil if these keys
/// have mistakes.
private func namesAllowed(in yaml: YAMLNode, _ names: AccountNames) -> Set<String>? {
    var lists: [String: [String]] = [:]
    for key in ["may_name", "accounts"] {
        guard let node = yaml[key] else { continue }
        guard node.kind == .sequence, node.texts.allSatisfy({ names.accounts[$0] != nil }) else { return nil }
        lists[key] = node.texts
    }
    let own = lists["accounts"].flatMap { $0.count == 1 ? $0 : nil } ?? []
    return Set(own + (lists["may_name"] ?? []))
}

/// The keys of a snippet whose values customers never see. Every other key counts as text, so that a new key cannot
/// be forgotten.
private var keysWithoutText: Set<String> {
    [
        "accounts", "may_name", "answers", "supersedes", "was", "industries", "stages", "roles", "kpis", "products",
        "product_version", "regions", "owner", "kind", "language", "incident", "publish", "expires", "revision",
        "draft",
    ]
}

/// The findings about customers named in quoted voice records, other than the customer whose words they are. A message
/// quotes a record only to people of its own account, and they too must not read another customer's name.
func checkQuotations(
    _ snippets: [Snippet], voices: [VoiceRecord], records: [String: RecordFile], _ names: AccountNames
) -> [Diagnostic] {
    let byID = Dictionary(voices.map { ($0.id, $0) }) { first, _ in first }
    var quoting: [String: [Snippet]] = [:]
    for snippet in snippets { for id in snippet.answers { quoting[id, default: []].append(snippet) } }
    return quoting.keys.sortedByBytes().flatMap { id -> [Diagnostic] in
        guard let voice = byID[id], let record = records[id], let quoted = quoting[id], let first = quoted.first else {
            return []
        }
        // A name must be allowed by all snippets that quote the record.
        let allowed = quoted.dropFirst().reduce(Set(first.mayName)) { $0.intersection($1.mayName) }
        let body = voice.body.document
        let text = CheckedText(file: record.file, body: body, passages: Passage.passages(of: body))
        let by = quoted.map { "`\($0.id)`" }.joined(separator: ", ")
        return text.findings(
            names, except: allowed.union([voice.account]), subject: "the quotation",
            help: "write `[another plant]` in place of the name, or list the account under `may_name` in the snippet",
            notes: [Diagnostic.Note("messages quote this record with \(by)")])
    }
}

/// The findings about customers named in titles of `playbook.yml` that appear in everybody's messages: KPIs with their
/// units, roles and products.
func checkVocabulary(_ file: SourceFile, _ names: AccountNames) -> [Diagnostic] {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Mistakes in the file have already been reported.
    guard let yaml = readYAML(file.bytes, in: start..<file.bytes.count).root else { return [] }
    let vocabularies = [yaml] + (yaml["languages"]?.entries ?? []).map(\.value)
    var titles: [YAMLNode] = []
    for vocabulary in vocabularies {
        for key in ["roles", "products"] { titles += (vocabulary[key]?.entries ?? []).map(\.value) }
        for kpi in vocabulary["kpis"]?.entries ?? [] {
            titles += [kpi.value["title"], kpi.value["unit"]].compactMap(\.self)
        }
    }
    let passages = titles.flatMap { Passage.passages(of: $0) }
    return CheckedText(file: file, passages: passages).findings(
        // The name of a product may be a plain word that is also a customer's name.
        names, except: [], products: false, counts: { !$0.isCommon }, subject: "a title for all customers",
        help: "use a title that names nobody")
}

/// A value of an account that its own messages show.
struct AccountValue: Sendable {
    enum Kind: Sendable { case person, incident }

    var kind: Kind
    var yaml: YAMLNode
    var file: SourceFile
}

/// The findings about other customers in values that an account's own messages show: names of people, and incidents.
/// The name of the account itself is its own, whatever it contains.
func checkAccount(_ account: Account, _ values: [AccountValue], _ names: AccountNames) -> [Diagnostic] {
    values.flatMap { value in
        // Many companies are named after a person.
        CheckedText(file: value.file, passages: Passage.passages(of: value.yaml)).findings(
            names, except: [account.id], of: [.account],
            counts: { value.kind == .incident || !($0.isPlainWord || $0.isCommon) },
            subject: "their message", help: "remove the name: \(account.name) would read it")
    }
}
