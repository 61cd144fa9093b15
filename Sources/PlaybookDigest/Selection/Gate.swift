import PlaybookModel

/// What a message has of what the gate asks for (selection.md, section 7).
package struct GateResult: Sendable, Hashable {
    package let items: Int
    /// Those that match a KPI, and at most one with `worth`.
    package let kpiItems: Int
    package let points: Int
    /// What is missing of each part; 0 for a part that is passed.
    package let shortfall: Shortfall

    package var passed: Bool { shortfall == Shortfall() }

    package struct Shortfall: Sendable, Hashable {
        package var items = 0
        package var kpiItems = 0
        package var points = 0
    }

    /// - Parameter inRecovery: one item is enough then.
    init(chosen: [Candidate], rules: DigestRules.Gate, inRecovery: Bool) {
        items = chosen.count
        // A message of nothing but dates, duties and dangers is no help with what they steer by: one of them counts.
        kpiItems = chosen.count(where: \.matchesKPI) + min(1, chosen.count(where: \.hasWorth))
        points = chosen.reduce(0) { $0 + $1.total }
        shortfall =
            inRecovery
            ? Shortfall(items: max(0, 1 - items))
            : Shortfall(
                items: max(0, rules.items - items), kpiItems: max(0, rules.kpiItems - kpiItems),
                points: max(0, rules.points - points))
    }
}
