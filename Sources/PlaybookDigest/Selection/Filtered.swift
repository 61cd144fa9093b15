/// The snippets as they go through the filters, in order: those that are still there, and those that each filter has stopped.
struct Filtered: Sendable {
    private(set) var passed: IDs
    private(set) var stopped: [(reason: Reason, snippets: IDs)] = []

    init(_ snippets: IDs) { passed = snippets }

    /// Stops those of the given snippets that are still there.
    mutating func stop(_ snippets: IDs, _ reason: Reason) {
        guard passed.intersects(snippets) else { return }
        let found = passed.intersection(snippets)
        passed.subtract(found)
        stopped.append((reason, found))
    }

    /// Stops all but some snippets.
    mutating func keep(_ snippets: IDs, else reason: Reason) {
        let found = passed.subtracting(snippets)
        guard !found.isEmpty else { return }
        passed.subtract(found)
        stopped.append((reason, found))
    }
}
