import PlaybookCore

extension Account.Contact {
    /// The present address and all former ones, in lower case, because in practice case does not distinguish mailboxes.
    package var addresses: [String] { [email.lowercased()] + was.map { $0.lowercased() } }
}

/// The accounts of each address that several accounts have.
package struct AddressOwners: Sendable {
    private let accounts: [Account]
    /// Where the accounts are in the list, by address.
    private let owners: [String: [Int]]

    package init(_ accounts: [Account]) {
        var owners: [String: [Int]] = [:]
        for index in accounts.indices {
            for contact in accounts[index].contacts { owners[contact.email.lowercased(), default: []].append(index) }
        }
        self.accounts = accounts
        self.owners = owners.filter { $0.value.count > 1 }
    }

    /// The other accounts with this address.
    package func others(of address: String, than account: Account) -> [Account] {
        if owners.isEmpty { return [] }
        return (owners[address.lowercased()] ?? []).map { accounts[$0] }.filter { $0.id != account.id }
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
