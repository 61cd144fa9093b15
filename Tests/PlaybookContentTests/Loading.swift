import PlaybookContent
import PlaybookCore
import TestSupport

/// A content folder of marked files, held in memory.
struct MarkedFolder {
    let files: [SourceFile]
    let marks: [MarkedText.Mark]

    init(_ files: [String: String]) {
        let marked = files.map { (name: $0.key, text: MarkedText($0.value, file: "content/" + $0.key)) }
        self.files = marked.map {
            SourceFile(path: "content/" + $0.name, name: $0.name, bytes: Array($0.text.text.utf8))
        }
        marks = marked.flatMap(\.text.marks).sorted()
    }

    func load(others: [String] = [], rules: RuleSettings = .errorsOnly) async -> LoadedContent {
        let folder = ContentFolder(path: "content", files: files, others: others)
        return await PlaybookContent.load(folder, rules: rules) { _ in CalendarDate(days: 20_779) }
    }

    /// The findings in the form of the expected marks.
    func found(_ loaded: LoadedContent) -> [MarkedText.Mark] {
        loaded.diagnostics.map { diagnostic in
            let range = diagnostic.place.range
            let start = range?.lowerBound ?? Position(line: 1, column: 1)
            let scalars = Array((diagnostic.place.excerpt ?? "").unicodeScalars)
            let isOneLine = range?.upperBound.line == start.line
            let end = isOneLine ? (range?.upperBound.column ?? start.column) - 1 : scalars.count
            var text = String.UnicodeScalarView()
            if end > start.column - 1 { text += scalars[(start.column - 1)..<min(end, scalars.count)] }
            return MarkedText.Mark(
                file: diagnostic.place.file, rule: diagnostic.rule.name, line: start.line, column: start.column,
                text: String(text))
        }.sorted()
    }
}

extension LoadedContent {
    /// The findings of a rule, as people read them: the message, then the help.
    func texts(_ rule: String) -> [String] {
        diagnostics.filter { $0.rule.name == rule }.map { $0.message + ($0.help.map { " = " + $0 } ?? "") }
    }

    /// The names of the rules of all findings.
    var ruleNames: [String] { diagnostics.map(\.rule.name) }
}

extension RuleSettings {
    /// Settings that turn off the rules that only warn, except the given ones.
    static func errors(and rules: String...) -> RuleSettings {
        var settings = errorsOnly
        for rule in rules { settings.set(rule, to: .warning) }
        return settings
    }

    /// Settings that turn off the rules that only warn, for tests with very short content.
    static var errorsOnly: RuleSettings {
        var settings = RuleSettings()
        for rule in Rule.content where rule.severity == .warning && rule.name != "overdue-review" {
            settings.set(rule.name, to: .off)
        }
        return settings
    }
}

/// A vocabulary for tests.
let playbook = """
    format: 1
    company:
      name: Helios Controls
      postal_address: 12 Werkstrasse, 70565 Stuttgart
      from: {name: Helios Controls, email: digest@helios.example}
      reply_to: voice@helios.example
      message_id_domain: mail.helios.example
      unsubscribe: {mailto: unsubscribe@helios.example}
    people: {priya: {name: Priya Raman}}
    roles: {operator: Operator, maintenance: Maintenance}
    industries: {food: Food}
    products: {gateway: Gateway}
    stages: [adopt, renew]
    kpis:
      oee: {title: OEE, unit: "%", better: higher}

    """

/// A snippet without mistakes, with additional lines in its front matter.
func snippet(_ more: String = "", body: String = "You save time.\n") -> String {
    """
    ---
    title: A headline
    summary: One sentence.
    kind: update
    kpis: [oee]
    roles: [maintenance]
    action: {label: See how, url: "https://helios.example/how"}
    publish: 2026-10-01
    \(more)
    ---

    \(body)
    """
}
