import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// The account's status: the first that applies (docs/selection.md, section 2).
    ///
    /// - Parameter passed: the snippets that pass filters 1 to 5.
    func status(_ facts: AccountFacts, passed: IDs) -> AccountStatus {
        guard facts.account.isDue(in: month) else { return .notDue }
        guard !facts.holds.isEmpty else { return .due }
        let news = passed.intersects(index.incidents.asking(for: facts.activeIncidents))
        return news && facts.holds.allSatisfy { $0.kind == .escalation } ? .recovery : .held
    }
}
