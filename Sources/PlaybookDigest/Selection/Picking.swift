import PlaybookCore
import PlaybookModel

/// What a message has room for (docs/selection.md, section 6).
struct Picked: Sendable {
    /// The snippets that are in, in the order in which the message shows them.
    let chosen: [Int]
    /// Those of a kind of which there were enough.
    let kindFull: IDs
    /// Those for which the message had no room.
    let noRoom: IDs
}

extension SelectionRun {
    /// Takes the best, one after the other, as long as there is room for it and for its kind. That gives what walking down the ordered list
    /// gives, without putting it in order.
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
        // The walk meets a full kind only before the last one that it takes.
        var noRoom = IDs()
        if chosen.count >= rules.maxItems {
            kindFull.forEach { snippet in
                if chosen.last.map({ goesBefore($0, snippet) }) ?? true { noRoom.insert(snippet) }
            }
        }
        return Picked(chosen: chosen, kindFull: kindFull.subtracting(noRoom), noRoom: noRoom)
    }
}
