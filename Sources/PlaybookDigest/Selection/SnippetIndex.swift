import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The snippets of a library turned round: for each thing that a reader can have or be, the set of those that ask for it. A filter is then
/// a few operations on sets, however many snippets there are.
///
/// A class, for it has many parts, and runs for other months share it.
final class SnippetIndex: Sendable {
    let all: IDs
    let audiences: AudienceIndex
    let withProducts: IDs
    let roles: KeyIndex
    let kpis: KeyIndex
    let incidents: KeyIndex
    /// By the merge field that anything which a reader sees of them has.
    let fields: KeyIndex
    /// The kind of each snippet, by its place in `Snippet.Kind.allCases`: to hash a kind is to hash its name.
    let kinds: [Int]
    /// By the kind's place.
    let ofKind: [IDs]
    /// Of each snippet those that are about one of its KPIs.
    let onSameKPIs: [IDs]
    let worth: IDs
    /// Those that bring a version of a product, and which.
    let versions: [(snippet: Int, versions: [String: Version])]
    /// Those that answer voice records, and which.
    let answers: [(snippet: Int, voices: [String])]
    /// Those that take the place of others, and of which.
    let supersedes: [(snippet: Int, others: IDs)]
    /// By the snippet's number: the merge fields in everything that a reader sees of it.
    let mergeValues: [[MergeValue]]
    /// Those with a merge field that nothing stands for.
    let unfillable: IDs
    /// By the snippet's number: its last day in days, the greatest number for none.
    let expires: [Int]
    let ids: SnippetIDs
    private let days: [SnippetDays]

    init(_ snippets: [Snippet], _ accounts: [Account], _ configuration: Configuration) {
        all = IDs(below: snippets.count)
        audiences = AudienceIndex(snippets, accounts, configuration)
        withProducts = IDs(of: snippets) { $0.products != nil }
        roles = KeyIndex(snippets.map(\.roles))
        incidents = KeyIndex(snippets.map { $0.incident.map { [$0] } })
        let names = snippets.map { Set($0.mergeFieldNames).sortedByBytes() }
        mergeValues = names.map { $0.compactMap(MergeValue.init) }
        unfillable = IDs(of: names) { $0.contains { MergeValue($0) == nil } }
        fields = KeyIndex(names.map { $0.isEmpty ? nil : $0 })
        kinds = snippets.map { Snippet.Kind.allCases.firstIndex(of: $0.kind) ?? 0 }
        ofKind = Snippet.Kind.allCases.map { kind in IDs(of: snippets) { $0.kind == kind } }
        let ofKPI = KeyIndex(snippets.map(\.kpis))
        onSameKPIs = snippets.map { ofKPI.asking(for: $0.kpis) }
        kpis = ofKPI
        worth = IDs(of: snippets) { $0.worth != nil }
        versions = snippets.enumerated().compactMap { index, snippet in snippet.productVersion.map { (index, $0) } }
        answers = snippets.enumerated().filter { !$1.answers.isEmpty }.map { ($0, $1.answers) }
        supersedes = snippets.enumerated().filter { !$1.supersedes.isEmpty }.map { index, snippet in
            (index, IDs(of: snippets) { snippet.supersedes.contains($0.id) })
        }
        expires = snippets.map { $0.expires?.days ?? .max }
        ids = SnippetIDs(snippets)
        days = snippets.map { SnippetDays($0) }
    }

    /// What the snippets are on a day.
    func state(on slot: CalendarDate, rules: DigestRules) -> SlotState {
        SlotState(days, slot: slot, rules: rules)
    }
}

/// The days of a snippet, apart from its texts: these are compared for each month ahead, and a copy of a snippet counts many references.
struct SnippetDays: Sendable {
    let isDraft: Bool
    let isEvent: Bool
    let publish: CalendarDate
    let expires: CalendarDate?
    let event: CalendarDate?
    /// The last day on which its claim is valid.
    let claimEnds: CalendarDate?

    init(_ snippet: Snippet) {
        isDraft = snippet.draft
        isEvent = snippet.kind == .event
        publish = snippet.publish
        expires = snippet.expires
        event = snippet.event?.date
        claimEnds = snippet.evidence?.validUntil
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
    /// All snippets behind the first filters, which ask about the day alone.
    let filtered: Filtered

    init(_ snippets: [SnippetDays], slot: CalendarDate, rules: DigestRules) {
        draft = IDs(of: snippets) { $0.isDraft }
        notYet = IDs(of: snippets) { $0.publish > slot }
        expired = IDs(of: snippets) { snippet in
            snippet.expires.map { $0 < slot } ?? false || snippet.event.map { $0 < slot } ?? false
        }
        claimExpired = IDs(of: snippets) { snippet in snippet.claimEnds.map { $0 < slot } ?? false }
        eventSoon = IDs(of: snippets) { snippet in
            guard snippet.isEvent, let days = snippet.event?.days(since: slot) else { return false }
            return days >= 0 && days <= rules.eventSoonDays
        }
        freshness = snippets.map { max(0, rules.points.freshness - slot.days(since: $0.publish) / 7) }
        var filtered = Filtered(IDs(below: snippets.count))
        filtered.stop(draft, .draft)
        filtered.stop(notYet, .notYet)
        filtered.stop(expired, .expired)
        filtered.stop(claimExpired, .claimExpired)
        self.filtered = filtered
    }
}

extension Snippet {
    /// The merge fields of the body, and those of the other texts that stand in a message.
    var mergeFieldNames: [String] {
        fields.map(\.name) + [title, summary, action.label, action.url].flatMap(PlaybookMarkup.mergeFieldNames)
    }
}
