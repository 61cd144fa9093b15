import PlaybookCore
import PlaybookModel

/// Why nobody may write to a contact, and where that was found.
package struct Suppressed: Sendable, Hashable {
    /// Where the reason was found.
    package enum Source: Sendable, Hashable {
        /// In the account's own file or export.
        case ownAccount
        /// In the file or export of another account, given by its id.
        case account(String)
        /// In `suppressions.csv`.
        case file
        case ledger
    }

    package let reason: Suppression.Reason
    package let source: Source
}

/// The addresses of all accounts that nobody may write to (docs/selection.md, "Addresses").
struct SuppressedAddresses: Sendable {
    /// By address in lower case and by reason: where it was found first.
    private var known: [String: [Suppression.Reason: Suppressed.Source]] = [:]

    init(_ library: Library, _ ledger: Ledger) {
        for row in library.suppressions { add(row.address, row.reason, .file) }
        for account in library.accounts {
            // The status `left` counts only at the contact's own account.
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

    /// Why nobody may write to a contact of an account; nil if they may get mail. Of several reasons, the first in
    /// the order of `Reason`.
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
