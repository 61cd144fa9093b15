import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// Filters 1 to 5, in order: the state of the snippet, and the accounts that it names (docs/selection.md, section
    /// 4).
    ///
    /// - Returns: the reason of the first filter that fails, or nil. The same holds for the functions below.
    func libraryReason(_ snippet: PreparedSnippet, _ facts: AccountFacts) -> Reason? {
        let slot = facts.slot
        if snippet.snippet.draft { return .draft }
        if snippet.snippet.publish > slot { return .notYet }
        if let lastDay = snippet.lastDay, lastDay < slot { return .expired }
        if let validUntil = snippet.snippet.evidence?.validUntil, validUntil < slot { return .claimExpired }
        if let accounts = snippet.accounts, !accounts.intersects(facts.id) { return .otherAccount }
        return nil
    }

    /// Filters 1 to 11, in order. They give the same result for all contacts of an account.
    func accountReason(_ snippet: PreparedSnippet, _ facts: AccountFacts) -> Reason? {
        if let reason = libraryReason(snippet, facts) { return reason }
        if let industries = snippet.industries, !industries.intersects(facts.industry) { return .industry }
        if let regions = snippet.regions, !regions.intersects(facts.region) { return .region }
        if let stages = snippet.stages, !stages.intersects(facts.stage) { return .stage }
        if let language = snippet.language, !language.intersects(facts.language) { return .language }
        if let products = snippet.products, !products.intersects(facts.products) { return .product }
        if isInstalled(snippet.snippet, at: facts.account) { return .alreadyInstalled }
        return nil
    }

    /// Filters 12 to 16, in order.
    func contactReason(
        _ index: Int, _ contact: ContactFacts, _ facts: AccountFacts, inRecovery: Bool
    ) -> Reason? {
        // Each line looks into the array, because a copy of the snippet would take longer than all these questions.
        if !snippets[index].roles.intersects(contact.roles) { return .role }
        if !fitsIncidents(snippets[index].snippet.incident, facts, inRecovery: inRecovery) { return .incident }
        if !snippets[index].fields.isSubset(of: contact.fields) { return .missingField }
        if contact.seen.contains(index) { return .seen }
        if contact.declined.contains(index) { return .declined }
        return nil
    }

    /// True when the account has at least one product of which the snippet brings a version, and each that it has is
    /// as new or newer.
    private func isInstalled(_ snippet: Snippet, at account: Account) -> Bool {
        guard let versions = snippet.productVersion else { return false }
        var isAny = false
        for (product, version) in versions {
            guard let installed = account.products[product] else { continue }
            if installed < version { return false }
            isAny = true
        }
        return isAny
    }

    private func fitsIncidents(_ incident: String?, _ facts: AccountFacts, inRecovery: Bool) -> Bool {
        guard let incident else { return !inRecovery }
        return (inRecovery ? facts.activeIncidents : facts.knownIncidents).contains(incident)
    }
}
