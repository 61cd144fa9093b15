/// What became of the snippets over all readers of a month, counted: nobody keeps that for each reader.
package struct ReasonTally: Sendable {
    /// By reason, in the order of `Reason`, and by the snippet's number: for how many readers it is the reason.
    private var counts: [[Int]]
    /// The snippets that passed all filters for somebody.
    private(set) var used = IDs()

    init(snippets: Int) {
        counts = Array(repeating: Array(repeating: 0, count: snippets), count: Reason.allCases.count)
    }

    /// How many readers do not get a snippet, by what keeps it from them; reasons in their order, none that is nobody's.
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
