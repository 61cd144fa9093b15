import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// Filters 1 to 5, in order: the state of the snippets themselves, and the accounts that they are for (docs/selection.md, section 4).
    func filteredByLibrary(_ account: Account, _ state: SlotState) -> Filtered {
        var filtered = state.filtered
        filtered.keep(index.audiences.accounts.admitting(account.id), else: Reason(.accounts))
        return filtered
    }

    /// Filters 6 to 11, in order: those that are the same for all contacts of an account.
    func filter(_ filtered: inout Filtered, for account: Account) {
        index.audiences.filter(&filtered, for: account)
        var installed = IDs()
        for (snippet, versions) in index.versions
        where filtered.passed.contains(snippet) && areInstalled(versions, at: account) {
            installed.insert(snippet)
        }
        filtered.stop(installed, .alreadyInstalled)
    }

    /// Filters 12 to 17, in order.
    func filter(_ filtered: inout Filtered, for contact: ContactFacts, _ facts: AccountFacts, inRecovery: Bool) {
        filtered.keep(contact.roles, else: .role)
        filtered.keep(
            inRecovery
                ? index.incidents.asking(for: facts.activeIncidents) : index.incidents.admitting(facts.knownIncidents),
            else: .incident)
        filtered.stop(contact.missingFields, .missingField)
        filtered.stop(contact.seen, .seen)
        filtered.stop(contact.declined, .declined)
        // A snippet that is superseded itself still supersedes others, because it passed filters 1 to 16.
        var superseded = IDs()
        for (snippet, others) in index.supersedes where filtered.passed.contains(snippet) {
            superseded.formUnion(others)
        }
        filtered.stop(superseded, .superseded)
    }

    /// True if the account has at least one of these products, and has each of those in this version or a newer one.
    private func areInstalled(_ versions: [String: Version], at account: Account) -> Bool {
        var isAny = false
        for (product, version) in versions {
            guard let installed = account.products[product] else { continue }
            if installed < version { return false }
            isAny = true
        }
        return isAny
    }
}
