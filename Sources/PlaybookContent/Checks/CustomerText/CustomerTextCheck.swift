import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// Checks texts that customers will read against the rules about them. One value serves all snippets.
struct CustomerTextCheck: Sendable {
    private let fillers: PhraseIndex
    private let questions = GenericQuestions()
    private let hosts: InternalHosts
    private let kpiWords: [String: Set<String>]
    private let siteLanguage: String
    private let longest: Int

    init(_ configuration: Configuration) {
        let rules = configuration.customerText
        let allowed = Set(rules.allowedPhrases.map(PhraseIndex.words))
        let phrases = (FillerPhrases.defaults + rules.fillerPhrases).filter {
            !allowed.contains(PhraseIndex.words(of: $0))
        }
        fillers = PhraseIndex(phrases)
        hosts = InternalHosts(configuration)
        kpiWords = Dictionary(configuration.kpis.map { ($0.id, Self.words(of: $0)) }) { first, _ in first }
        siteLanguage = configuration.site.language
        longest = rules.longestSnippet
    }

    /// The findings about the texts of a snippet. Drafts are not checked, because nobody gets them.
    func findings(_ snippet: Snippet, _ record: RecordFile, _ sources: IncludeSources) -> [Diagnostic] {
        guard !snippet.draft else { return [] }
        let text = CustomerText(record, body: snippet.body.document, sources)
        let report = { (rule: Rule, message: String, spot: CustomerText.Spot, help: String) in
            let file = sources.file(spot.file) ?? record.file
            return Diagnostic(rule, message, at: file.place(spot.source), help: help)
        }
        var found: [Diagnostic] = []
        for passage in text.passages {
            let words = passage.words
            for range in fillers.occurrences(in: words) {
                let phrase = words[range].map(\.text).joined(separator: " ")
                found.append(
                    report(
                        .fillerPhrase, "“\(phrase)” says nothing", words.spot(of: range),
                        "say what is in it for the reader"))
            }
            for range in placeholders(in: words) {
                found.append(
                    report(
                        .placeholderText, "this placeholder was not replaced", words.spot(of: range),
                        "write the real text, or set `draft: true` until it is known"))
            }
            for range in questions.occurrences(in: words) {
                found.append(
                    report(
                        .genericSurvey, "this question could go to anybody", words.spot(of: range),
                        "ask about one of their KPIs or their last incident"))
            }
        }
        for link in hosts.findings(snippet, record) {
            found.append(
                report(
                    .internalAddress, "`\(link.host)` is inside the company", link.spot,
                    "link to a page that customers can open"))
        }
        return found + wholeText(snippet, record, text, sources)
    }

    /// The findings about the text as a whole.
    private func wholeText(
        _ snippet: Snippet, _ record: RecordFile, _ text: CustomerText, _ sources: IncludeSources
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let title = record.yaml?["title"]?.source ?? 0..<0
        let spot = text.passages.first { $0.part == .body }.map { $0.words.spot(of: 0..<$0.words.count) }
        let body = spot.map { (sources.file($0.file) ?? record.file).place($0.source) } ?? record.file.place(title)
        let count = snippet.body.document.wordCount
        if count > longest {
            found.append(
                Diagnostic(
                    .longMessage, "the body has \(count) words", at: body,
                    help: "keep to \(longest): put the rest behind the link"))
        }
        let language = snippet.language ?? siteLanguage
        guard ["en", "de"].contains(language.lowercased().split(separator: "-").first.map(String.init)) else {
            return found
        }
        let words = text.passages.filter { $0.part != .other }.flatMap(\.words)
        let ours = words.count { Pronouns.isFirstPerson($0.text) }
        let yours = words.count { Pronouns.isSecondPerson($0.text) }
        if ours > yours {
            found.append(
                Diagnostic(
                    .selfCentred, "it speaks of the company \(ours) times, and \(times(yours)) of the reader",
                    at: body, help: "say what changes for the reader: “you”, “your line”"))
        }
        if let worth = snippet.worth {
            if !worth.isNamed(in: words) {
                let place = record.file.place(record.yaml?["worth"]?.source ?? title)
                found.append(
                    Diagnostic(
                        .worthWithoutReason, "the text does not name \(worth.reason)", at: place, help: worth.help))
            }
            return found
        }
        let wanted = snippet.kpis.reduce(into: Set<String>()) { $0.formUnion(kpiWords[$1] ?? []) }
        let hasSoWhat = text.sentences(of: [.summary, .body]).contains { sentence in
            sentence.contains { Pronouns.isSecondPerson($0.text) }
                && sentence.contains { word in wanted.contains { isForm(word.folded, of: $0) } }
        }
        if !hasSoWhat {
            found.append(
                Diagnostic(
                    .noSoWhat, "no sentence says what it does for the reader's KPIs", at: body,
                    help: "write one with “you” and one of \(snippet.kpis.map { "`\($0)`" }.joined(separator: ", "))",
                    notes: [Diagnostic.Note("words for a KPI are those of its id, title and `words` in playbook.yml")]))
        }
        return found
    }

    private func times(_ count: Int) -> String { count == 0 ? "never" : count == 1 ? "once" : "\(count) times" }

    /// True for a word and its inflections: `repairs` for `repair`, `failure` for `failures`.
    private func isForm(_ word: String, of wanted: String) -> Bool {
        if word == wanted { return true }
        let (short, long) = word.utf8.count < wanted.utf8.count ? (word, wanted) : (wanted, word)
        return short.utf8.count >= 5 && long.utf8.count - short.utf8.count <= 3 && long.hasPrefix(short)
    }

    /// The words that refer to a KPI: those of its id, title and `words`, except words that every KPI has.
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
