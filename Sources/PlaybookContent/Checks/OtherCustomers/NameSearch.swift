import PlaybookCore

extension NameTree {
    /// A form that was found in a text, as a range of its letters.
    struct Match: Sendable, Hashable {
        var form: Int
        var letters: Range<Int>
    }

    /// All forms that occur in a text, also inside each other.
    ///
    /// The words of a name may be joined if each starts with a capital, if the text is an address, or if the whole name
    /// is long. Words of the text are never split. The `s` of a plural or genitive after a word belongs to the word.
    ///
    /// - Parameters:
    ///   - kinds: what to search for.
    ///   - isAddress: true for an address, where words are joined in lower case.
    func matches(of kinds: Set<NameForm.Kind>, in text: FoldedText, isAddress: Bool) -> [Match] {
        var found: [Match] = []
        var steps: [Step] = []
        for start in text.letters.indices where text.letters[start].gap != .none {
            steps.append(Step(node: root, position: start))
            while let step = steps.popLast() {
                for kind in kinds {
                    for form in ends(at: step.node, of: kind) {
                        guard let end = end(of: forms[form], at: step.position, in: text) else { continue }
                        let range = start..<end
                        if holds(forms[form], range, joined: step.hasJoined, isAddress, text) {
                            found.append(Match(form: form, letters: range))
                        }
                    }
                }
                advance(step, from: start, in: text, &steps)
            }
        }
        return found
    }

    /// A state of the search: a node of the tree, and the letter that comes next.
    private struct Step {
        var node: Node
        var position: Int
        /// True if two words of the name are inside one word of the text, without a capital between them.
        var hasJoined = false
    }

    private func advance(_ step: Step, from start: Int, in text: FoldedText, _ steps: inout [Step]) {
        guard step.position < text.letters.count else { return }
        let letter = text.letters[step.position]
        let isAtStart = step.position == start
        let next = isAtStart ? nil : nextWord(after: step.node)
        let goesOn = isAtStart || !letter.gap.partsWords || letter.gap == .edge
        func read(_ read: UInt32) {
            if goesOn, let child = child(of: step.node, read) {
                steps.append(Step(node: child, position: step.position + 1, hasJoined: step.hasJoined))
            }
            if let next, let child = child(of: next, read) {
                let isJoined = step.hasJoined || letter.gap == .none
                steps.append(Step(node: child, position: step.position + 1, hasJoined: isJoined))
            }
        }
        read(letter.folded)
        for other in text.lookAlikes(at: step.position) { read(other) }
        guard let next else { return }
        // `Northwinds Foods` and `Northwind's Foods`: the `s` is skipped.
        if isSuffix(at: step.position, in: text), step.position + 1 < text.letters.count,
            let child = child(of: next, text.letters[step.position + 1].folded)
        {
            steps.append(Step(node: child, position: step.position + 2, hasJoined: step.hasJoined))
        }
    }

    /// True for an `s` that ends a word, after an apostrophe or a letter.
    private func isSuffix(at position: Int, in text: FoldedText) -> Bool {
        guard position < text.letters.count, text.letters[position].folded == 0x73 else { return false }
        let gap = text.letters[position].gap
        return (gap == .none || gap.isApostrophe) && text.gap(at: position + 1) != .none
    }

    /// The end of a form whose last letter is before a position; nil if the word continues after it.
    private func end(of form: NameForm, at position: Int, in text: FoldedText) -> Int? {
        switch text.gap(at: position) {
        case .edge, .sign, .signs:
            if text.gap(at: position).isApostrophe, form.kind != .domain, isSuffix(at: position, in: text) {
                return position + 1
            }
            return position
        case .hump: return form.count >= 5 ? position : nil
        case .none:
            // The plural of a short name is too often another word.
            let canBePlural = form.count >= 4 && form.kind != .domain && !form.isExact
            return canBePlural && isSuffix(at: position, in: text) ? position + 1 : nil
        }
    }

    private func holds(
        _ form: NameForm, _ range: Range<Int>, joined: Bool, _ isAddress: Bool, _ text: FoldedText
    ) -> Bool {
        let first = text.letters[range.lowerBound]
        if !first.gap.partsWords, form.count < 5 || form.isExact { return false }
        if joined, form.isExact || (form.count < 10 && !isAddress) { return false }
        let letters = text.letters[range]
        if form.isExact {
            let capitals = letters.prefix(form.count).map(\.isUpper)
            let gaps = letters.prefix(form.count).dropFirst().count { $0.gap.partsWords && $0.gap != .edge }
            return capitals == form.capitals && gaps == form.wordCount - 1
        }
        if let signs = form.signs { return hasSigns(signs, range, text) }
        if let parting = form.parting, !isAddress {
            guard let sign = text.gap(at: range.lowerBound + parting.letters).first, parting.signs.contains(sign) else {
                return false
            }
        }
        if form.isForTextOnly, isAddress { return false }
        if form.needsTitle, !hasTitle(before: range.lowerBound, in: text) { return false }
        if form.needsCapitals {
            // A change from small to capital letters, or a sign, starts a word.
            return letters.enumerated().allSatisfy { index, letter in
                index > 0 && (!letter.gap.partsWords || letter.gap == .edge) || letter.isUpper || isAddress
                    || letter.gap.isApostrophe
            }
        }
        return true
    }

    /// True if exactly these signs separate the words and the whole is not part of a longer name, in the way domains
    /// are written.
    private func hasSigns(_ signs: [Unicode.Scalar], _ range: Range<Int>, _ text: FoldedText) -> Bool {
        let gaps = text.letters[range].dropFirst().map(\.gap).filter(\.partsWords)
        guard gaps == signs.map({ .sign($0) }) else { return false }
        if range.lowerBound > 0, case .sign(let sign) = text.letters[range.lowerBound].gap {
            // Before the `@` of an address more signs are allowed than in a domain.
            let parts: [Unicode.Scalar] = signs.contains("@") ? ["-", ".", "_", "+"] : ["-"]
            if parts.contains(sign) { return false }
        }
        guard range.upperBound < text.letters.count, case .sign(let next) = text.gap(at: range.upperBound) else {
            return true
        }
        return next != "-" && next != "."
    }

    /// True if the word before an index is a form of address.
    private func hasTitle(before index: Int, in text: FoldedText) -> Bool {
        guard index > 0 else { return false }
        var start = index - 1
        while start > 0, !text.letters[start].gap.partsWords { start -= 1 }
        let word = text.letters[start..<index].compactMap { Unicode.Scalar($0.folded) }
        return titles.contains(String(String.UnicodeScalarView(word)))
    }
}
