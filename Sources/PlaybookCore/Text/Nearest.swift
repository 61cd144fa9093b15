/// The known word that was probably meant; nil if none is near. Near means an edit distance of at most a third of the word's length, where
/// swapping two neighbours is one edit (Damerau, 1964). Of several equally near words, the first by bytes is taken. A word with the opposite
/// meaning is never near.
package func nearest(to written: String, among known: some Sequence<String>) -> String? {
    let word = Array(written.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, word.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in known.sortedByBytes() {
        let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
        guard abs(other.count - word.count) <= limit else { continue }
        let distance = editDistance(word, other)
        guard distance <= limit, distance < best?.distance ?? .max, !areOpposites(written, candidate) else { continue }
        best = (distance, candidate)
    }
    return best?.word
}

/// The known word that was certainly meant; nil if none is certain. A word is certain if it differs only in case, or by
/// one edit (two in a word of eight letters or more) while every other known word is at least two edits further away. A
/// word with the opposite meaning, or with invisible characters, is never certain.
package func certain(for word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    guard letters.count >= 4 else { return nil }
    let distances = known.sortedByBytes().map { candidate in
        let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
        // The distance is at least this difference. From four on, the exact distance makes no difference to the result.
        let difference = abs(other.count - letters.count)
        return (difference > 3 ? difference : editDistance(letters, other), candidate)
    }
    guard let best = distances.min(by: { $0.0 < $1.0 }), best.0 <= (letters.count >= 8 ? 2 : 1) else { return nil }
    let others = distances.filter { $0.1 != best.1 }
    guard others.allSatisfy({ $0.0 >= best.0 + 2 }), !areOpposites(word, best.1), !best.1.hasInvisibleCharacters else {
        return nil
    }
    return best.1
}

/// How many letters must be inserted, removed, changed or swapped with their neighbour to turn one word into the
/// other (Damerau, 1964).
package func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for i in 0..<first.count {
        var row = [i + 1] + [Int](repeating: 0, count: second.count)
        for j in 0..<second.count {
            let same = first[i] == second[j]
            row[j + 1] = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (same ? 0 : 1))
            if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                row[j + 1] = Swift.min(row[j + 1], beforeLast[j - 1] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[second.count]
}
