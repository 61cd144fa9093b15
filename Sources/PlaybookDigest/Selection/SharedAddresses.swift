import PlaybookCore
import PlaybookModel

/// Which accounts write to the same person, and in what order (docs/selection.md, "Addresses").
struct SharedAddresses: Sendable {
    /// The indices of accounts whose selections depend on each other, in the order in which they are taken.
    let accounts: [Int]
    /// By account id, its place in the order in which accounts are taken.
    private let places: [String: Place]

    /// Ordered by slot, then by id. Accounts are sorted by id, so their indices are compared.
    struct Place: Sendable, Comparable {
        let slot: CalendarDate?
        let index: Int

        static func < (left: Place, right: Place) -> Bool {
            let (one, other) = (left.slot?.days ?? .max, right.slot?.days ?? .max)
            return one != other ? one < other : left.index < right.index
        }
    }

    init(_ library: Library, month: YearMonth) {
        let accounts = library.accounts
        var owners: [String: [Int]] = [:]
        for (index, account) in accounts.enumerated() {
            for contact in account.contacts { owners[contact.email.lowercased(), default: []].append(index) }
        }
        var sharing = Set(owners.values.filter { $0.count > 1 }.joined())
        for (index, account) in accounts.enumerated() {
            for former in account.contacts.flatMap(\.was) {
                let others = (owners[former.lowercased()] ?? []).filter { $0 != index }
                if !others.isEmpty { sharing.formUnion(others + [index]) }
            }
        }
        let places = accounts.indices.map { index in
            Place(slot: accounts[index].slot(in: month, configuration: library.configuration), index: index)
        }
        self.accounts = sharing.sorted { places[$0] < places[$1] }
        self.places = Dictionary(zip(accounts.map(\.id), places)) { first, _ in first }
    }

    /// True when one account is taken before another. An account that no longer exists counts as taken before all
    /// others, because what it sent cannot change.
    func isTaken(_ one: String, before other: String) -> Bool {
        guard let own = places[other] else { return false }
        guard let place = places[one] else { return true }
        return place < own
    }
}
