import PlaybookCore

extension Account.Contact {
    /// The present address and all former ones, in lower case, because in practice case does not distinguish mailboxes.
    package var addresses: [String] { [email.lowercased()] + was.map { $0.lowercased() } }
}

/// The accounts of each address that several accounts have.
package struct AddressOwners: Sendable {
    private let owners: [String: [Account]]

    package init(_ accounts: [Account]) {
        let pairs = accounts.flatMap { account in account.contacts.map { ($0.email.lowercased(), account) } }
        owners = Dictionary(grouping: pairs, by: \.0).filter { $0.value.count > 1 }.mapValues { $0.map(\.1) }
    }

    /// The other accounts with this address.
    package func others(of address: String, than account: Account) -> [Account] {
        owners.isEmpty ? [] : (owners[address.lowercased()] ?? []).filter { $0.id != account.id }
    }
}

/// The present addresses of contacts who had others before.
package struct FormerAddresses: Sendable {
    private let present: [String: [String: String]]

    package init(_ accounts: [Account]) {
        let changed = accounts.filter { account in account.contacts.contains { !$0.was.isEmpty } }
        present = Dictionary(changed.map { ($0.id, Self.present(in: $0)) }) { first, _ in first }
    }

    private static func present(in account: Account) -> [String: String] {
        let pairs = account.contacts.flatMap { contact in contact.was.map { ($0.lowercased(), contact.email) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The present address of the contact of an account who had this address before; the address itself if no contact of the account had it
    /// before.
    package func present(_ address: String, at account: String) -> String {
        present[account]?[address.lowercased()] ?? address
    }
}

/// The address in `addresses` that differs from this one at most in case, because in practice case does not distinguish mailboxes. Nil if there
/// is none.
package func sameMailbox(as email: String, in addresses: some Sequence<String>) -> String? {
    let folded = email.lowercased()
    return addresses.first { $0.lowercased() == folded }
}
