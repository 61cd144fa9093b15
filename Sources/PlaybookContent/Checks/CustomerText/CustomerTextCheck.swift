import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// A finding in a text that customers will read.
struct TextFinding {
    let rule: Rule
    let message: String
    let spot: CustomerText.Spot
    let help: String
}

/// Checks texts that customers will read against the rules about them. One value serves all snippets.
struct CustomerTextCheck: Sendable {
    private let fillers: FillerPhrases
    private let questions = GenericQuestions()
    private let hosts: InternalHosts
    private let kpiSentences: KPISentences
    private let siteLanguage: String
    private let longest: Int

    init(_ configuration: Configuration) {
        fillers = FillerPhrases(configuration.customerText)
        hosts = InternalHosts(configuration)
        kpiSentences = KPISentences(configuration.kpis)
        siteLanguage = configuration.site.language
        longest = configuration.customerText.longestSnippet
    }

    /// The findings about the texts of a snippet. Drafts are not checked, because nobody gets them.
    func findings(_ snippet: Snippet, _ record: RecordFile, _ sources: IncludeSources) -> [Diagnostic] {
        guard !snippet.draft else { return [] }
        let text = CustomerText(record, body: snippet.body.document, sources)
        let inPassages = text.passages.map(\.words).flatMap { words in
            fillers.findings(in: words) + checkPlaceholders(in: words) + questions.findings(in: words)
        }
        let found = (inPassages + hosts.findings(snippet, record)).map { finding in
            let file = sources.file(finding.spot.file) ?? record.file
            return Diagnostic(
                finding.rule, finding.message, at: file.place(finding.spot.source), help: finding.help)
        }
        return found + wholeText(snippet, record, text, sources)
    }

    /// The findings about the text as a whole.
    private func wholeText(
        _ snippet: Snippet, _ record: RecordFile, _ text: CustomerText, _ sources: IncludeSources
    ) -> [Diagnostic] {
        let title = record.yaml?["title"]?.source ?? 0..<0
        let spot = text.passages.first { $0.part == .body }.map { $0.words.spot(of: 0..<$0.words.count) }
        let body = spot.map { (sources.file($0.file) ?? record.file).place($0.source) } ?? record.file.place(title)
        var found = [checkLength(of: snippet.body, longest: longest, at: body)]
        let language = snippet.language ?? siteLanguage
        if ["en", "de"].contains(language.lowercased().split(separator: "-").first.map(String.init)) {
            let words = text.passages.filter { $0.part != .other }.flatMap(\.words)
            found.append(checkPronouns(words, at: body))
            if let worth = snippet.worth {
                let place = record.file.place(record.yaml?["worth"]?.source ?? title)
                found.append(checkWorth(worth, isNamedIn: words, at: place))
            } else {
                found.append(kpiSentences.finding(snippet, text, at: body))
            }
        }
        return found.compactMap { $0 }
    }
}
