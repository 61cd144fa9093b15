import PlaybookCore
import PlaybookModel

/// Which accounts write to the same person (docs/selection.md, "Addresses").
struct SharedAddresses: Sendable {
    /// The indices of accounts whose selection depends on another account's or affects it, in order.
    let accounts: [Int]

    init(_ accounts: [Account]) {
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
        self.accounts = sharing.sorted()
    }
}
