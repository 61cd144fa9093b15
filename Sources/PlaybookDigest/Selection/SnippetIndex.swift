import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// An index of the snippets of a library: for each property that a reader can have, the set of snippets that ask for it. A filter is then a few
/// operations on sets, however many snippets there are.
///
/// A class, because it has many parts, and runs for other months share it.
final class SnippetIndex: Sendable {
    let all: IDs
    let audiences: AudienceIndex
    let withProducts: IDs
    let roles: KeyIndex
    let kpis: KeyIndex
    let incidents: KeyIndex
    /// The snippets by the merge fields in all texts that a reader sees.
    let fields: KeyIndex
    /// The kind of each snippet, by its place in `Snippet.Kind.allCases`: to hash a kind is to hash its name.
    let kinds: [Int]
    /// By the kind's place.
    let ofKind: [IDs]
    /// Of each snippet those that are about one of its KPIs.
    let onSameKPIs: [IDs]
    let worth: IDs
    /// The snippets that bring versions of products, with these versions.
    let versions: [(snippet: Int, versions: [String: Version])]
    /// The snippets that answer voice records, with the ids of these.
    let answers: [(snippet: Int, voices: [String])]
    /// The snippets that supersede others, with the numbers of these.
    let supersedes: [(snippet: Int, others: IDs)]
    /// The merge fields in all texts that a reader sees of a snippet, by its number.
    let mergeValues: [[MergeValue]]
    /// The snippets with a merge field that does not exist.
    let unfillable: IDs
    /// The last day of each snippet as a number of days, by the snippet's number; the greatest integer if it has none.
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

    /// The state of the snippets on a day.
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

/// The state of the snippets on a day, which is the same for all readers (docs/selection.md, filters 1 to 4).
struct SlotState: Sendable {
    let draft: IDs
    let notYet: IDs
    let expired: IDs
    let claimExpired: IDs
    let eventSoon: IDs
    /// The points of each snippet for `freshness`, by its number.
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
    /// The merge fields of the body, and those of the other texts that a message shows.
    var mergeFieldNames: [String] {
        fields.map(\.name) + [title, summary, action.label, action.url].flatMap(PlaybookMarkup.mergeFieldNames)
    }
}
