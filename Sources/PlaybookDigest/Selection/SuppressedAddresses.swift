import PlaybookCore
import PlaybookModel

/// Why nobody may write to a contact, and where that is said.
package struct Suppressed: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// In the account's own file or export.
        case ownAccount
        /// In that of another account, by its id.
        case account(String)
        /// In `suppressions.csv`.
        case file
        case ledger
    }

    package let reason: Suppression.Reason
    package let source: Source
}

/// The addresses that nobody may write to, over all accounts (selection.md, section 3).
struct SuppressedAddresses: Sendable {
    /// By the address in lower case: for each reason where it is said first.
    private var known: [String: [Suppression.Reason: Suppressed.Source]] = [:]

    init(_ library: Library, _ ledger: Ledger) {
        for row in library.suppressions { add(row.address, row.reason, .file) }
        for account in library.accounts {
            // That somebody left is their account's alone.
            for contact in account.contacts where contact.status == .unsubscribed || contact.status == .bounced {
                if let reason = contact.status.suppression { add(contact.email, reason, .account(account.id)) }
            }
        }
        for row in ledger.suppressions { add(row.address, row.reason, .ledger) }
    }

    private mutating func add(_ address: String, _ reason: Suppression.Reason, _ source: Suppressed.Source) {
        let address = address.lowercased()
        if known[address]?[reason] == nil { known[address, default: [:]][reason] = source }
    }

    /// Why nobody may write to a contact of an account; nil where somebody may. Of several reasons the first in their order.
    func suppression(of contact: Account.Contact, addresses: [String]) -> Suppressed? {
        let own = contact.status.suppression
        guard own != nil || !known.isEmpty else { return nil }
        for reason in Suppression.Reason.allCases {
            if own == reason { return Suppressed(reason: reason, source: .ownAccount) }
            for (index, address) in addresses.enumerated() where index == 0 || reason.isTheirWish {
                if let source = known[address]?[reason] { return Suppressed(reason: reason, source: source) }
            }
        }
        return nil
    }
}
