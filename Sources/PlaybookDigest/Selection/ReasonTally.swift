/// Counts of what became of the snippets over all readers of a month. The results for each reader are not kept.
package struct ReasonTally: Sendable {
    /// For how many readers each reason applies, by the reason in the order of `Reason` and then by the snippet's number.
    private var counts: [[Int]]
    /// The snippets that passed all filters for somebody.
    private(set) var used = IDs()

    init(snippets: Int) {
        counts = Array(repeating: Array(repeating: 0, count: snippets), count: Reason.allCases.count)
    }

    /// How many readers do not get a snippet, by reason. The reasons are in their order, without those that apply to nobody.
    package func counts(of snippet: Int) -> [(reason: Reason, readers: Int)] {
        zip(Reason.allCases, counts).compactMap { reason, counts in
            counts[snippet] == 0 ? nil : (reason, counts[snippet])
        }
    }

    mutating func add(_ filtered: Filtered, _ picked: Picked) {
        used.formUnion(filtered.passed)
        for (reason, snippets) in filtered.stopped { add(snippets, reason) }
        add(picked.kindFull, .kindFull)
        add(picked.noRoom, .noRoom)
    }

    mutating func add(_ other: ReasonTally) {
        used.formUnion(other.used)
        for reason in counts.indices {
            for snippet in counts[reason].indices { counts[reason][snippet] += other.counts[reason][snippet] }
        }
    }

    private mutating func add(_ snippets: IDs, _ reason: Reason) {
        guard let place = Reason.allCases.firstIndex(of: reason) else { return }
        snippets.forEach { counts[place][$0] += 1 }
    }
}
