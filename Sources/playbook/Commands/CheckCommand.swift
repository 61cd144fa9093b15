import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reports everything that is wrong with the content.",
        discussion: """
            Writes files only with --fix. Ends with exit code 1 if there is an error or, with --strict, a warning. Each finding \
            names its rule: --list lists the rules, and --explain RULE explains what a rule finds, why that is bad, and how to \
            correct it.
            """)

    @Argument(help: "The content folder, in place of --content.")
    var folder: String?

    @OptionGroup var options: ContentOptions

    @OptionGroup var themeOptions: ThemeOptions

    @OptionGroup var printing: FindingOptions

    @Flag(
        help:
            "Corrects files if the right value is certain: misspelled words of the vocabulary, links to files that have moved."
    )
    var fix = false

    @Flag(
        help:
            "With --fix: prints what would change, as a unified diff, and writes nothing. The findings that would remain go to standard error."
    )
    var dryRun = false

    @Flag(help: "Lists the rules instead.")
    var list = false

    @Option(help: ArgumentHelp("Explains a rule instead.", valueName: "rule"))
    var explain: String?

    @Flag(help: ArgumentHelp("Prints docs/rules.md instead.", visibility: .hidden))
    var rulesDocument = false

    mutating func run() async throws {
        try options.take(folder)
        if rulesDocument { return try writeOutput(RuleRegistry.all.document) }
        if list { return try writeOutput(ruleList()) }
        if let explain { return try writeOutput(rule(explain).explanation) }
        if dryRun, !fix { throw UsageError("--dry-run needs --fix") }
        let recorder = StepRecorder(.ofMachine)
        let progress = ProgressLine(of: recorder, isWanted: !printing.quiet && showsProgress(on: STDERR_FILENO))
        defer { progress.end() }
        if dryRun { return try await showFixes(recorder, progress) }
        var loaded = try await options.load(recorder, forSite: false)
        if fix {
            let fixes = try applyFixes(loaded.diagnostics)
            for fix in fixes { progress.write("fixed \(fix.description)\n") }
            if fixes.isEmpty, !printing.quiet { progress.write("No corrections are certain.\n") }
            // The remaining findings are those of the changed files.
            if !fixes.isEmpty { loaded = try await options.load(recorder, forSite: false) }
        }
        // The findings are the result of this command, so they go to standard output.
        recorder.begin(.readingTemplates)
        let findings = loaded.findings(with: try themeOptions.theme())
        recorder.end()
        progress.end()
        try writeOutput(printing.text(of: findings, in: folders(), for: STDOUT_FILENO))
        if findings.isEmpty, printing.format == .text { printing.remark("No findings.\n") }
        writeError(printing.strictnessText(findings))
        if printing.timings { writeError(recorder.timings.table) }
        if printing.areTooGrave(findings) { throw ExitStatus.contentHasErrors }
    }

    /// The folders that findings can be in.
    private func folders() throws -> [String] { [options.content] + (try themeOptions.folder().map { [$0] } ?? []) }

    /// Prints the diff of the fixes as the result. The findings are the ones that the fixed files would have.
    private func showFixes(_ recorder: StepRecorder, _ progress: ProgressLine) async throws {
        var loaded = try await options.load(recorder, forSite: false)
        let files = try fixedFiles(loaded.diagnostics)
        if !files.isEmpty {
            let contents = Dictionary(files.map { ($0.path, $0.after) }) { first, _ in first }
            loaded = try await options.load(recorder, replacing: contents, forSite: false)
        }
        recorder.end()
        progress.end()
        try writeOutput(files.flatMap(\.unifiedDiff))
        if files.isEmpty { printing.remark("No corrections are certain.\n") }
        writeError(try printing.text(of: loaded.diagnostics, in: folders(), for: STDERR_FILENO))
        writeError(printing.strictnessText(loaded.diagnostics))
        if printing.timings { writeError(recorder.timings.table) }
        if printing.areTooGrave(loaded.diagnostics) { throw ExitStatus.contentHasErrors }
    }

    private func ruleList() -> String {
        let rules = RuleRegistry.all.rules
        let width = rules.map(\.name.count).max() ?? 0
        let severities = rules.map(\.severityText.count).max() ?? 0
        return rules.map { rule in
            padded(rule.name, width) + "  " + padded(rule.severityText, severities) + "  " + rule.summary + "\n"
        }.joined()
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func rule(_ name: String) throws -> Rule {
        if let rule = RuleRegistry.all.named(name) { return rule }
        throw UsageError("there is no rule \(name)", didYouMean: RuleRegistry.all.nearest(to: name))
    }
}
