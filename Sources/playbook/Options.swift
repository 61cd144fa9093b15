import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore

/// The options of all commands that read a content folder.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The content folder.", valueName: "folder"))
    var content = "content"

    @Option(
        help: ArgumentHelp(
            "The day that counts as today, YYYY-MM-DD. Default: today in the configured time zone.", valueName: "date"))
    var asOf: CalendarDate?

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(
            "The severity of a rule for this run: NAME=error, warning or off. May be repeated.", valueName: "rule"))
    var rules: [RuleChoice] = []

    /// Accepts the content folder as an argument too, because `playbook check handbook` is what many people try first.
    ///
    /// - Throws: `UsageError` if the option `--content` names another folder.
    mutating func take(_ folder: String?) throws {
        guard let folder else { return }
        guard content == "content" || content == folder else {
            throw UsageError("two content folders are given, \(folder) and \(content); name one")
        }
        content = folder
    }

    /// The project for the content folder, with the settings that the options give.
    func project(_ recorder: StepRecorder) -> Project {
        var settings = RuleSettings()
        for choice in rules { settings.set(choice.rule, to: choice.severity) }
        let day = asOf
        return Project(
            content: content, rules: settings, environment: ProcessInfo.processInfo.environment, recorder: recorder
        ) { timeZone in
            day ?? today(in: timeZone)
        }
    }

    /// Reads and loads the content folder.
    ///
    /// - Parameters:
    ///   - recorder: receives the steps of the run.
    ///   - contents: contents that replace those of some files, given by their paths.
    ///   - forSite: false if no site is made.
    ///   - kept: what an earlier run remembers about the chapters; nil if nothing is to be remembered.
    /// - Throws: `UsageError` if there is no such folder, or if a rule cannot be set like this; `FileError` if something cannot be read;
    ///   `InternalFault` if a file is lost.
    func load(
        _ recorder: StepRecorder = StepRecorder(.stopped), replacing contents: [String: [UInt8]] = [:],
        forSite: Bool = true, kept: KeptChapters? = nil
    ) async throws -> LoadedContent {
        switch try kind(ofFile: content) {
        case .folder: break
        case nil: throw UsageError("there is no content folder `\(content)`; name it with --content FOLDER")
        default: throw UsageError("\(content) is not a folder")
        }
        for choice in rules { try choice.check() }
        return try await project(recorder).load(replacing: contents, forSite: forSite, kept: kept)
    }
}

/// The argument `NAME=SEVERITY`.
struct RuleChoice: ExpressibleByArgument {
    let rule: String
    let severity: Severity

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let severity = Severity(rawValue: parts[1]) else { return nil }
        self.rule = parts[0]
        self.severity = severity
    }

    /// - Throws: `UsageError` if the rule does not exist, or if it cannot be lowered.
    func check() throws {
        guard let rule = RuleRegistry.all.named(rule) else {
            throw UsageError("there is no rule \(rule)", didYouMean: RuleRegistry.all.nearest(to: rule))
        }
        guard rule.canBeLowered || severity == .error else {
            throw UsageError("the rule \(rule.name) cannot be lowered")
        }
    }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension YearMonth: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

/// How findings are printed.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github

    /// True for formats in which code hosts match the paths of findings with files of the repository.
    var isForCodeHosts: Bool { self == .sarif || self == .github }
}

/// The options of commands that report findings.
struct FindingOptions: ParsableArguments {
    @Option(help: "How findings are printed: text, json, sarif or github.")
    var format = DiagnosticFormat.text

    @Flag(
        name: .customLong("all"),
        help:
            "Prints all findings. Without it, text shows the same finding in a file once, and the first twenty of each rule."
    )
    var showsAll = false

    @Flag(help: "Ends with exit code 1 for warnings as well; build then writes nothing.")
    var strict = false

    @Flag(help: "Prints only findings and failures.")
    var quiet = false

    @Flag(
        help: "Prints the cost of each step to standard error: time, processor time of all cores, files and bytes.")
    var timings = false

    /// True if the findings make the run end with exit code 1.
    func areTooGrave(_ diagnostics: [Diagnostic]) -> Bool { strict ? !diagnostics.isEmpty : diagnostics.hasErrors }

    /// The findings as text, for the stream that they are written to.
    ///
    /// - Parameter folders: the folders that the findings are in, as the user wrote them.
    func text(of diagnostics: [Diagnostic], in folders: [String], for descriptor: Int32) throws -> String {
        let paths = format.isForCodeHosts ? try RepositoryPaths(of: folders) : RepositoryPaths()
        return try playbook.text(of: paths.applied(to: diagnostics), as: format, for: descriptor, all: showsAll)
    }

    /// The line that tells people why a run ends with exit code 1 although it has no error; empty if none is needed.
    func strictnessText(_ diagnostics: [Diagnostic]) -> String {
        guard strict, format == .text, !diagnostics.hasErrors, !diagnostics.isEmpty else { return "" }
        return "playbook: --strict is given, and there are warnings\n"
    }

    /// Writes a message for people, unless `--quiet` is given.
    func remark(_ text: String) { if !quiet { writeError(text) } }
}
