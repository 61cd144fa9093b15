import PlaybookCore
import PlaybookModel

extension Rule {
    static let noSoWhat = Rule(
        "no-so-what",
        "A snippet without a sentence that speaks to the reader about one of its KPIs.",
        severity: .warning, canBeLowered: true,
        why: "News without “for you this means” leaves it to the reader to find out what it is good for.",
        example: "Firmware 4.3 has a larger buffer.",
        instead: "For your OEE this means that stops during an outage no longer go missing.")
}

/// Recognises sentences that tell readers what a text does for their KPIs.
struct KPISentences: Sendable {
    /// The words that refer to each KPI.
    private let words: [String: Set<String>]

    init(_ kpis: [KPI]) {
        words = Dictionary(kpis.map { ($0.id, Self.words(of: $0)) }) { first, _ in first }
    }

    /// The finding that a snippet has no such sentence; nil if it has one.
    func finding(_ snippet: Snippet, _ text: CustomerText, at place: Place) -> Diagnostic? {
        let wanted = snippet.kpis.reduce(into: Set<String>()) { $0.formUnion(words[$1] ?? []) }
        let hasSoWhat = text.sentences(of: [.summary, .body]).contains { sentence in
            sentence.contains(where: Pronouns.isSecondPerson)
                && sentence.contains { word in wanted.contains { isForm(word.folded, of: $0) } }
        }
        if hasSoWhat { return nil }
        return Diagnostic(
            .noSoWhat, "no sentence says what it does for the reader's KPIs", at: place,
            help: "write one with “you” and one of \(snippet.kpis.map { "`\($0)`" }.joined(separator: ", "))",
            notes: [Diagnostic.Note("words for a KPI are those of its id, title and `words` in playbook.yml")])
    }

    /// True for a word and its inflections: `repairs` for `repair`, `failure` for `failures`.
    private func isForm(_ word: String, of wanted: String) -> Bool {
        if word == wanted { return true }
        let (short, long) = word.utf8.count < wanted.utf8.count ? (word, wanted) : (wanted, word)
        return short.utf8.count >= 5 && long.utf8.count - short.utf8.count <= 3 && long.hasPrefix(short)
    }

    /// The words that refer to a KPI: the words of its id, title and `words`, except words that many KPIs share.
    private static func words(of kpi: KPI) -> Set<String> {
        let common: Set<String> = [
            "time", "times", "rate", "rates", "mean", "average", "overall", "per", "unit", "units", "first", "pass",
            "in",
            "full", "to", "of", "on", "the", "and", "between", "total", "number", "pro", "je", "der", "die", "das",
            "und",
            "zu", "zur", "zeit", "mittlere", "anzahl",
        ]
        let own = ([kpi.id, kpi.title] + kpi.words).flatMap(PhraseIndex.words).filter {
            !common.contains($0) && $0.count > 1
        }
        return Set(own)
    }
}
