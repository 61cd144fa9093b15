import PlaybookModel

/// What a message has, and what it lacks to pass the gate (docs/selection.md, section 7).
package struct GateResult: Sendable, Hashable {
    package let items: Int
    /// The items that match a KPI, and at most one with `worth`.
    package let kpiItems: Int
    package let points: Int
    /// How much is missing of each part; 0 if nothing is missing.
    package let shortfall: Shortfall

    package var passed: Bool { shortfall == Shortfall() }

    /// How much a message lacks of each part of the gate.
    package struct Shortfall: Sendable, Hashable {
        package var items = 0
        package var kpiItems = 0
        package var points = 0
    }

    /// - Parameter inRecovery: true if one item is enough.
    init(chosen: [Candidate], rules: DigestRules.Gate, inRecovery: Bool) {
        items = chosen.count
        // A message of dates, duties and dangers alone does not help with what the reader steers by, so only one of
        // them counts.
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
