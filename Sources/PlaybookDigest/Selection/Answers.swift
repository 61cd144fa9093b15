import PlaybookCore
import PlaybookModel

/// Who answered "not for us" to what (docs/selection.md, sections 4 and 5: `DECLINED` and `not_for_us`).
struct Answers: Sendable {
    private let byAddress: [String: [Ledger.Answer]]
    private let ids: SnippetIDs

    /// How many days an answer counts for colleagues.
    private static let days = 180

    init(ledger: Ledger, ids: SnippetIDs) {
        byAddress = Dictionary(grouping: ledger.answers.filter { $0.kind == .notForUs }) { $0.contact.lowercased() }
        self.ids = ids
    }

    var isEmpty: Bool { byAddress.isEmpty }

    /// The snippets that a person declined, in any revision.
    func declined(by addresses: [String]) -> IDs { declined(by: addresses) { _ in true } }

    /// The snippets that a colleague declined on the slot or in the 180 days before it.
    func declined(by addresses: [String], lately slot: CalendarDate) -> IDs {
        declined(by: addresses) { (0...Self.days).contains(slot.days(since: $0.date)) }
    }

    private func declined(by addresses: [String], _ counts: (Ledger.Answer) -> Bool) -> IDs {
        var declined = IDs()
        guard !isEmpty else { return declined }
        for answer in addresses.flatMap({ byAddress[$0] ?? [] }) where counts(answer) {
            for index in ids.snippets(answer.snippet) { declined.insert(index) }
        }
        return declined
    }
}
