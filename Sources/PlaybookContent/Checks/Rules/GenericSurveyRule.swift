import PlaybookCore

extension Rule {
    static let genericSurvey = Rule(
        "generic-survey",
        "A survey that could go to anybody: a scale from 0 to 10, rows of stars, “how satisfied are you”.",
        severity: .warning, canBeLowered: true,
        why: "Such a form shows the reader that nobody knows what they do.",
        example: "On a scale of 0 to 10, how likely are you to recommend us?",
        instead: "Did the start-up filter cut your night alerts? Answer with the number of last week.")
}

/// Questions that could go to anybody: questions of satisfaction forms, scales beside words of judgement, and rows of
/// stars or numbers.
struct GenericQuestions: Sendable {
    private let judging: Set<String> =
        [
            "recommend", "recommending", "scale", "score", "rate", "rating", "likely", "satisfied", "satisfaction",
            "skala",
            "empfehlen", "weiterempfehlen", "bewerten", "bewertung", "zufrieden", "wahrscheinlich",
        ]

    private let forms = PhraseIndex([
        "how satisfied are you", "how satisfied were you", "how happy are you with", "how likely are you to recommend",
        "how likely is it that you would recommend", "would you recommend us", "net promoter score", "rate our service",
        "rate our support", "rate your experience", "rate us", "satisfaction survey", "customer survey",
        "take our survey", "take part in our survey", "fill in our survey", "fill out our survey", "very satisfied",
        "wie zufrieden sind Sie", "wie zufrieden waren Sie", "wie wahrscheinlich ist es, dass Sie uns",
        "würden Sie uns weiterempfehlen", "bewerten Sie uns", "bewerten Sie unseren", "Zufriedenheitsumfrage",
        "Kundenumfrage", "Kundenzufriedenheit", "nehmen Sie an unserer Umfrage teil", "sehr zufrieden",
    ])

    func findings(in words: [CustomerText.Word]) -> [TextFinding] {
        occurrences(in: words).map { range in
            TextFinding(
                rule: .genericSurvey, message: "this question could go to anybody", spot: words.spot(of: range),
                help: "ask about one of their KPIs or their last incident")
        }
    }

    private func occurrences(in words: [CustomerText.Word]) -> [Range<Int>] {
        var found = forms.occurrences(in: words)
        lazy var isJudging = words.contains { judging.contains($0.folded) }
        var index = 0
        while index < words.count {
            // Few words are a star or start a scale; for all others this comparison is enough.
            guard isStar(words[index]) || words[index].text.utf8.first.map(isNoughtOrOne) == true else {
                index += 1
                continue
            }
            let stars = words[index...].prefix(while: isStar).count
            let ladder = ladderLength(words[index...])
            if stars >= 3 {
                found.append(index..<(index + stars))
            } else if ladder >= 5 {
                found.append(index..<(index + ladder))
            } else if isJudging, let length = scaleLength(words[index...]) {
                found.append(index..<(index + length))
            }
            index += max(1, stars >= 3 ? stars : ladder >= 5 ? ladder : 1)
        }
        // One question gives one finding, however many signs of a form it has.
        guard let first = found.map(\.lowerBound).min(), let last = found.map(\.upperBound).max() else { return [] }
        return [first..<last]
    }
}

private func isStar(_ word: CustomerText.Word) -> Bool { word.text == "★" || word.text == "☆" || word.text == "⭐" }

private func isNoughtOrOne(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") }

/// The number of words at the start that count up one by one from 0 or 1.
private func ladderLength(_ words: ArraySlice<CustomerText.Word>) -> Int {
    guard let first = words.first.flatMap({ Int($0.text) }), first == 0 || first == 1 else { return 0 }
    var length = 0
    for word in words {
        guard let number = Int(word.text), number == first + length else { break }
        length += 1
    }
    return length
}

/// The number of words in `0 to 10`, `1-5` and the like at the start of some words; nil if they are not a scale.
private func scaleLength(_ words: ArraySlice<CustomerText.Word>) -> Int? {
    guard let low = words.first?.text, low == "0" || low == "1", let second = words.dropFirst().first?.text else {
        return nil
    }
    if second == "5" || second == "10" { return 2 }
    guard ["to", "bis"].contains(second.lowercased()), let high = words.dropFirst(2).first?.text else { return nil }
    return high == "5" || high == "10" ? 3 : nil
}
