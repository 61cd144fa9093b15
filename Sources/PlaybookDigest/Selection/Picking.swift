import PlaybookCore
import PlaybookModel

/// What a message has room for (docs/selection.md, section 6).
struct Picked: Sendable {
    /// The snippets in the message, in the order in which it shows them.
    let chosen: [Int]
    /// The snippets that were left out because there were enough of their kind.
    let kindFull: IDs
    /// The snippets that were left out because the message had no room.
    let noRoom: IDs
}

extension SelectionRun {
    /// Takes the best snippets one after the other, as long as there is room for them and for their kinds. The result is the same as walking down
    /// the sorted list, but the list need not be sorted.
    ///
    /// - Parameter totals: the points of each snippet, by its number.
    func pick(from passed: IDs, totals: [Int]) -> Picked {
        /// By points, highest first; then by `expires`, earliest first and none last; then by id. Snippets are in the order of
        /// their ids, so their numbers stand for them.
        func goesBefore(_ left: Int, _ right: Int) -> Bool {
            if totals[left] != totals[right] { return totals[left] > totals[right] }
            let (one, other) = (index.expires[left], index.expires[right])
            return one != other ? one < other : left < right
        }
        var chosen: [Int] = []
        var ofKind = [Int](repeating: 0, count: index.ofKind.count)
        var open = rules.perKind > 0 ? passed : IDs()
        while chosen.count < rules.maxItems {
            var best = -1
            var most = Int.min
            open.forEach { snippet in
                let total = totals[snippet]
                guard total > most || total == most && goesBefore(snippet, best) else { return }
                (best, most) = (snippet, total)
            }
            guard best >= 0 else { break }
            chosen.append(best)
            open.remove(best)
            let kind = index.kinds[best]
            ofKind[kind] += 1
            if ofKind[kind] >= rules.perKind { open.subtract(index.ofKind[kind]) }
        }
        var kindFull = passed
        for snippet in chosen { kindFull.remove(snippet) }
        // A walk down the list meets a full kind only before the last snippet that it takes.
        var noRoom = IDs()
        if chosen.count >= rules.maxItems {
            kindFull.forEach { snippet in
                if chosen.last.map({ goesBefore($0, snippet) }) ?? true { noRoom.insert(snippet) }
            }
        }
        return Picked(chosen: chosen, kindFull: kindFull.subtracting(noRoom), noRoom: noRoom)
    }
}
