import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// Walks down the candidates that passed all filters and takes those for which there is room (docs/selection.md,
    /// section 6). The verdict of the others becomes `passedOver`.
    ///
    /// - Returns: the indices of the chosen candidates, in the order in which the message shows them.
    func pick(from candidates: inout [Candidate]) -> [Int] {
        let ranked = candidates.indices.filter { candidates[$0].verdict == .chosen }
            .sorted { goesBefore(candidates[$0], candidates[$1]) }
        var chosen: [Int] = []
        var ofKind: [Snippet.Kind: Int] = [:]
        for index in ranked {
            let kind = snippets[candidates[index].snippet].snippet.kind
            if chosen.count >= rules.maxItems {
                candidates[index].passOver(.noRoom)
            } else if ofKind[kind, default: 0] >= rules.perKind {
                candidates[index].passOver(.kindFull)
            } else {
                chosen.append(index)
                ofKind[kind, default: 0] += 1
            }
        }
        return chosen
    }

    /// By points, highest first; then by `expires`, earliest first and none last; then by id. Snippets are sorted by
    /// id, so their indices are compared.
    private func goesBefore(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.total != right.total { return left.total > right.total }
        let leftExpires = snippets[left.snippet].snippet.expires?.days ?? .max
        let rightExpires = snippets[right.snippet].snippet.expires?.days ?? .max
        return leftExpires != rightExpires ? leftExpires < rightExpires : left.snippet < right.snippet
    }
}

extension Candidate {
    fileprivate mutating func passOver(_ reason: Reason) {
        verdict = .passedOver
        self.reason = reason
    }
}
