import ArgumentParser
import Foundation
import PlaybookContent
import PlaybookCore

/// The options that all commands over a content folder share.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
    var content = "content"

    @Option(
        help: ArgumentHelp(
            "The day that counts as today, YYYY-MM-DD; else today in the configured time zone.", valueName: "date"))
    var asOf: CalendarDate?

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(
            "The severity of a rule for this run: NAME=error, warning or off. May be repeated.", valueName: "rule"))
    var rules: [RuleChoice] = []

    @Flag(help: "Prints all findings as text; else of one rule in one file the first twenty. Other formats have all.")
    var allFindings = false

    /// Reads and loads the content folder.
    ///
    /// - Parameter contents: what some files are to hold instead of what they do, by their paths.
    /// - Throws: `UsageError` where there is no such folder, `FileError` where the machine refuses, `InternalFault` where a file is lost.
    func load(replacing contents: [String: [UInt8]] = [:]) async throws -> LoadedContent {
        switch try kind(ofFile: content) {
        case .folder: break
        case nil: throw UsageError("there is no content folder `\(content)`; name it with --content")
        default: throw UsageError("\(content) is not a folder")
        }
        var settings = RuleSettings()
        for choice in rules {
            try choice.check()
            settings.set(choice.rule, to: choice.severity)
        }
        let day = asOf
        let folder = try ContentFolder.read(content).replacing(contents)
        let loaded = await PlaybookContent.load(folder, rules: settings) { timeZone in day ?? today(in: timeZone) }
        try InternalFault.check(loaded)
        return loaded
    }
}

/// Today in a time zone: the one place that reads the clock.
private func today(in timeZone: String) -> CalendarDate {
    let now = Date()
    let offset = TimeZone(identifier: timeZone)?.secondsFromGMT(for: now) ?? 0
    return CalendarDate(days: Int(((now.timeIntervalSince1970 + Double(offset)) / 86_400).rounded(.down)))
}

/// `NAME=SEVERITY`.
struct RuleChoice: ExpressibleByArgument {
    let rule: String
    let severity: Severity

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let severity = Severity(rawValue: parts[1]) else { return nil }
        self.rule = parts[0]
        self.severity = severity
    }

    /// - Throws: `UsageError` where there is no such rule, or it cannot be lowered.
    func check() throws {
        guard let rule = Rule.named(rule) else {
            let near = nearest(to: rule, among: Rule.all.map(\.name)).map { "; did you mean \($0)?" } ?? ""
            throw UsageError("there is no rule \(rule)\(near)")
        }
        guard rule.canBeLowered || severity == .error else {
            throw UsageError("the rule \(rule.name) cannot be lowered")
        }
    }
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension YearMonth: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// How findings are printed.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
}
