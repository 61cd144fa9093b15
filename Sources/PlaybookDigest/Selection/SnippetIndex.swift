import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The snippets of a library turned round: for each thing that a reader can have or be, the set of those that ask for it. A filter is then
/// a few operations on sets, however many snippets there are.
struct SnippetIndex: Sendable {
    let all: IDs
    let accounts: Audience
    let industries: Audience
    /// By the region in lower case.
    let regions: Audience
    let stages: Audience
    let languages: Audience
    let products: Audience
    let roles: Audience
    let kpis: Audience
    let incidents: Audience
    /// By the merge field that anything which a reader sees of them has.
    let fields: Audience
    let kinds: [Snippet.Kind: IDs]
    let worth: IDs
    /// Those that bring a version of a product, and which.
    let versions: [(snippet: Int, versions: [String: Version])]
    /// Those that answer voice records, and which.
    let answers: [(snippet: Int, voices: [String])]
    /// Those that take the place of others, and of which.
    let supersedes: [(snippet: Int, others: IDs)]
    /// By the snippet's number: the merge fields in everything that a reader sees of it.
    let fieldNames: [[String]]
    /// By the snippet's number: its last day in days, the greatest number for none.
    let expires: [Int]
    let ids: SnippetIDs
    private let snippets: [Snippet]

    init(_ snippets: [Snippet]) {
        self.snippets = snippets
        all = IDs(below: snippets.count)
        accounts = Audience(snippets.map(\.accounts))
        industries = Audience(snippets.map(\.industries))
        regions = Audience(snippets.map { $0.regions.map { $0.map { $0.lowercased() } } })
        stages = Audience(snippets.map(\.stages))
        languages = Audience(snippets.map { $0.language.map { [$0] } })
        products = Audience(snippets.map(\.products))
        roles = Audience(snippets.map(\.roles))
        kpis = Audience(snippets.map(\.kpis))
        incidents = Audience(snippets.map { $0.incident.map { [$0] } })
        fieldNames = snippets.map { Set($0.mergeFieldNames).sortedByBytes() }
        fields = Audience(fieldNames.map { $0.isEmpty ? nil : $0 })
        kinds = Dictionary(
            uniqueKeysWithValues: Snippet.Kind.allCases.map { kind in (kind, IDs(of: snippets) { $0.kind == kind }) })
        worth = IDs(of: snippets) { $0.worth != nil }
        versions = snippets.enumerated().compactMap { index, snippet in snippet.productVersion.map { (index, $0) } }
        answers = snippets.enumerated().filter { !$1.answers.isEmpty }.map { ($0, $1.answers) }
        supersedes = snippets.enumerated().filter { !$1.supersedes.isEmpty }.map { index, snippet in
            (index, IDs(of: snippets) { snippet.supersedes.contains($0.id) })
        }
        expires = snippets.map { $0.expires?.days ?? .max }
        ids = SnippetIDs(snippets)
    }

    /// What the snippets are on a day.
    func state(on slot: CalendarDate, rules: DigestRules) -> SlotState {
        SlotState(snippets, slot: slot, rules: rules)
    }
}

/// What one key of the snippets says for whom they are.
struct Audience: Sendable {
    /// The snippets that ask for nothing.
    let open: IDs
    /// The snippets that ask for a value, among others that would do.
    private let asking: [String: IDs]

    /// - Parameter wanted: what each snippet asks for; nil where it does not have the key.
    init(_ wanted: [[String]?]) {
        open = IDs(of: wanted) { $0 == nil }
        var asking: [String: IDs] = [:]
        for (index, values) in wanted.enumerated() {
            for value in values ?? [] { asking[value, default: IDs()].insert(index) }
        }
        self.asking = asking
    }

    /// The values that some snippet asks for.
    var values: [String] { Array(asking.keys) }

    /// Those that ask for a value.
    func asking(for value: String) -> IDs { asking[value] ?? IDs() }

    /// Those that ask for one of some values at least.
    func asking(for values: some Sequence<String>) -> IDs {
        var result = IDs()
        for value in values { if let ids = asking[value] { result.formUnion(ids) } }
        return result
    }

    /// Those that ask for nothing, or for one of some values at least.
    func admitting(_ values: some Sequence<String>) -> IDs {
        var result = open
        for value in values { if let ids = asking[value] { result.formUnion(ids) } }
        return result
    }

    func admitting(_ value: String?) -> IDs {
        guard let value, let ids = asking[value] else { return open }
        var result = open
        result.formUnion(ids)
        return result
    }
}

/// What the snippets are on a day, whoever reads (docs/selection.md, filters 1 to 4).
struct SlotState: Sendable {
    let draft: IDs
    let notYet: IDs
    let expired: IDs
    let claimExpired: IDs
    let eventSoon: IDs
    /// By the snippet's number: its points for `freshness`.
    let freshness: [Int]

    init(_ snippets: [Snippet], slot: CalendarDate, rules: DigestRules) {
        draft = IDs(of: snippets) { $0.draft }
        notYet = IDs(of: snippets) { $0.publish > slot }
        expired = IDs(of: snippets) { snippet in
            [snippet.expires, snippet.event?.date].compactMap(\.self).contains { $0 < slot }
        }
        claimExpired = IDs(of: snippets) { snippet in snippet.evidence?.validUntil.map { $0 < slot } ?? false }
        eventSoon = IDs(of: snippets) { snippet in
            guard snippet.kind == .event, let days = snippet.event?.date.days(since: slot) else { return false }
            return days >= 0 && days <= rules.eventSoonDays
        }
        freshness = snippets.map { max(0, rules.points.freshness - slot.days(since: $0.publish) / 7) }
    }
}

extension Snippet {
    /// The merge fields of the body, and those of the other texts that stand in a message.
    var mergeFieldNames: [String] {
        fields.map(\.name) + [title, summary, action.label, action.url].flatMap(PlaybookMarkup.mergeFieldNames)
    }
}
