import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
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
    }

    var seed: Int
    var months: [String]
    /// The content folder: texts by name.
    var files: [String: String]
    /// The same content, where what has no order stands in another one.
    var shuffled: [String: String]
    /// Files of snippets that no contact gets.
    var ineligible: [String: String]
    var ledger: [Sent]

    /// Makes libraries.
    ///
    /// - Returns: the text that the oracle reads as well, a line a library.
    static func make(_ count: Int, seed: Int = 1) throws -> String {
        let outcome = try python("libraries.py", ["\(count)", "\(seed)"])
        guard outcome.code == 0 else { throw Refused(description: outcome.errors) }
        return outcome.output
    }

    static func read(_ lines: String) throws -> [RandomLibrary] {
        try lines.split(separator: "\n").map { try JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
    }

    /// Runs a script of `Tests/Selection`, which needs nothing but Python.
    static func python(_ script: String, _ arguments: [String]) throws -> Program.Outcome {
        let path = Places.repository.appending(path: "Tests/Selection/\(script)").path
        return try Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", path] + arguments)
    }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// The library of some files.
    ///
    /// - Throws: `Refused` with the findings when the content has an error.
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

    /// What was sent, in the order of the file or the other way round.
    func sent(reversed: Bool = false) throws -> Ledger {
        let entries = try ledger.map { entry in
            guard let month = YearMonth(entry.month), let state = Ledger.State(rawValue: entry.state) else {
                throw Refused(description: "library \(seed): \(entry) cannot be read")
            }
            return Ledger.Entry(
                account: entry.account, contact: entry.contact, snippet: entry.snippet, revision: entry.revision,
                month: month, state: state)
        }
        return Ledger(entries: reversed ? entries.reversed() : entries)
    }

    /// The selections for all months and accounts, in the order that the oracle expects.
    func selections(of library: Library, _ ledger: Ledger) -> [AccountSelection] {
        months.compactMap { YearMonth($0) }.flatMap { month in
            let run = SelectionRun(library: library, ledger: ledger, month: month)
            return library.accounts.map { run.selection(of: $0) }
        }
    }

    /// The explanations for all months and accounts, one a line.
    func explanations(of library: Library, _ ledger: Ledger) -> [String] {
        selections(of: library, ledger).map { explanationJSON($0, library: library) }
    }
}
