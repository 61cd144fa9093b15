import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import TestSupport

/// A library that `Tests/Selection/libraries.py` made, before it is loaded.
struct RandomLibrary: Decodable, Sendable {
    struct Sent: Decodable, Sendable {
        var account: String
        var contact: String
        var snippet: String
        var revision: Int
        var month: String
        var state: String
        var date: String
    }

    struct Suppressed: Decodable, Sendable {
        var address: String
        var reason: String
    }

    struct Answer: Decodable, Sendable {
        var contact: String
        var snippet: String
        var answer: String
        var date: String
    }

    struct Records: Decodable, Sendable {
        var entries: [Sent] = []
        var suppressed: [Suppressed] = []
        var answers: [Answer] = []
    }

    var seed: Int
    var months: [String]
    /// For each month, the day that counts as today.
    var days: [String: String]
    /// The content folder: texts by name.
    var files: [String: String]
    /// The same content, with everything that has no fixed order in a different order.
    var shuffled: [String: String]
    /// Files of snippets that no contact gets.
    var ineligible: [String: String]
    var ledger: Records

    /// Makes libraries.
    ///
    /// - Returns: the text that the oracle reads as well, one line for each library.
    static func make(_ count: Int, seed: Int = 1) throws -> String {
        let outcome = try python("libraries.py", ["\(count)", "\(seed)"])
        guard outcome.code == 0 else { throw Refused(description: outcome.errors) }
        return outcome.output
    }

    static func read(_ lines: String) throws -> [RandomLibrary] {
        try lines.split(separator: "\n").map { try JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
    }

    /// Runs a script of `Tests/Selection`, which needs only Python.
    static func python(_ script: String, _ arguments: [String]) throws -> Program.Outcome {
        let path = Places.repository.appending(path: "Tests/Selection/\(script)").path
        return try Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", path] + arguments)
    }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// The library of some files.
    ///
    /// - Throws: `Refused` with the findings if the content has an error.
    func load(_ files: [String: String]) async throws -> Library {
        let sources = files.map { SourceFile(path: "content/" + $0.key, name: $0.key, bytes: Array($0.value.utf8)) }
        let folder = ContentFolder(path: "content", files: sources)
        let loaded = await PlaybookContent.load(folder) { _ in CalendarDate(days: 20_000) }
        guard let library = loaded.library else {
            let errors = loaded.diagnostics.filter { $0.severity == .error }
            throw Refused(description: "library \(seed): \(errors.map { "\($0.place.file): \($0.message)" })")
        }
        return library
    }

    /// What was sent, in the order of the file or in reverse.
    func sent(reversed: Bool = false) throws -> Ledger {
        func read<Value>(_ value: Value?, _ record: Any) throws -> Value {
            guard let value else { throw Refused(description: "library \(seed): \(record) cannot be read") }
            return value
        }
        let entries = try ledger.entries.map { entry in
            Ledger.Entry(
                account: entry.account, contact: entry.contact, snippet: entry.snippet, revision: entry.revision,
                month: try read(YearMonth(entry.month), entry),
                state: try read(Ledger.State(rawValue: entry.state), entry),
                date: try read(CalendarDate(entry.date), entry))
        }
        let suppressions = try ledger.suppressed.map { row in
            Suppression(
                address: row.address, reason: try read(Suppression.Reason(rawValue: row.reason), row),
                date: CalendarDate(days: 0))
        }
        let answers = try ledger.answers.map { answer in
            Ledger.Answer(
                contact: answer.contact, snippet: answer.snippet,
                kind: try read(Ledger.Answer.Kind(rawValue: answer.answer), answer),
                date: try read(CalendarDate(answer.date), answer))
        }
        guard reversed else { return Ledger(entries: entries, suppressions: suppressions, answers: answers) }
        return Ledger(
            entries: entries.reversed(), suppressions: suppressions.reversed(), answers: answers.reversed())
    }

    /// The day that counts as today for a month.
    func asOf(_ month: YearMonth) -> CalendarDate? { days["\(month)"].flatMap { CalendarDate($0) } }

    /// The selections for all months and accounts, in the order that the oracle expects.
    func selections(of library: Library, _ ledger: Ledger) -> [AccountSelection] {
        months.compactMap { YearMonth($0) }.flatMap { month in
            let run = SelectionRun(library: library, ledger: ledger, month: month, asOf: asOf(month))
            return library.accounts.map { run.explanation(of: $0) }
        }
    }

    /// The explanations for all months and accounts, each on one line.
    func explanations(of library: Library, _ ledger: Ledger) -> [String] {
        selections(of: library, ledger).map { explanationJSON($0, library: library) }
    }
}

extension Library {
    /// The same library with other snippets or touches, or in another order.
    func with(
        snippets: [Snippet]? = nil, accounts: [Account]? = nil, voices: [VoiceRecord]? = nil, touches: [Touch]? = nil,
        suppressions: [Suppression]? = nil
    ) -> Library {
        Library(
            configuration: configuration, chapters: chapters, snippets: snippets ?? self.snippets,
            accounts: accounts ?? self.accounts, voices: voices ?? self.voices, readings: readings,
            touches: touches ?? self.touches, suppressions: suppressions ?? self.suppressions)
    }
}
