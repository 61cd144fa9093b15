import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore
import PlaybookModel

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the site, and the digests of a month.",
        discussion: """
            Writes _site/ and _digests/YYYY-MM/ beside the old ones, and puts them in place when everything is complete. \
            A build that fails leaves the old ones unchanged. A build that is killed while it puts them in place is completed \
            by the next one.
            Prints what was built to standard output; with --format json as JSON, even if findings prevented the build, \
            and with the timings if --timings is given. Findings go to standard error in the same format.
            """)

    enum Part: String, ExpressibleByArgument, CaseIterable { case site, digests }

    enum Pack: String, ExpressibleByArgument, CaseIterable { case mbox }

    @Argument(help: "The content folder, in place of --content.")
    var folder: String?

    @OptionGroup var options: ContentOptions

    @OptionGroup var themeOptions: ThemeOptions

    @Option(help: ArgumentHelp("Where _site/ and _digests/ go.", valueName: "folder"))
    var output = "."

    @Option(help: "Builds only this part: site or digests.")
    var only: Part?

    @Option(
        help: ArgumentHelp(
            "The month of the digests, YYYY-MM. Default: the month of the day that counts as today.",
            valueName: "month"))
    var month: YearMonth?

    @Option(
        help: ArgumentHelp(
            "Only the digests of this account, in _digests/YYYY-MM.ID/; the digests of the whole month stay unchanged.",
            valueName: "id"))
    var account: String?

    @Option(help: "mbox: also writes all messages of the month into one file, messages.mbox.")
    var pack: Pack?

    @OptionGroup var printing: FindingOptions

    @Flag(help: "Makes everything again, even if nothing has changed since the last build.")
    var fresh = false

    @Flag(
        name: .customLong("no-sync"),
        help: "Do not wait for the disk. Faster, but after a power failure the outputs may be incomplete.")
    var skipsSync = false

    mutating func run() async throws {
        let started = timeForFiles()
        try options.take(folder)
        let theme = try themeOptions.theme()
        let recorder = StepRecorder(.ofMachine)
        let project = options.project(recorder)
        try project.checkPlaces(in: output, theme)
        try await OutputFolder.complete(in: output, syncing: !skipsSync, reporting: reportLeftover)
        let progress = ProgressLine(of: recorder, isWanted: !printing.quiet && showsProgress(on: STDERR_FILENO))
        defer { progress.end() }
        let wanted = try wantedOutputs()
        let memory = BuildMemory(in: output, for: wanted)
        let request = await project.request(for: wanted, templates: theme.folder, started: started)
        var kept: KeptBuild?
        if !fresh, let request {
            let (last, note) = await memory.lastBuild(before: request, of: project)
            if let note, !printing.quiet { progress.write(note) }
            switch last {
            case .same(let summary, let findings):
                return try repeatReport(summary, Run(recorder: recorder, progress: progress, findings: findings))
            case .similar(let build): kept = build
            case .nothing: break
            }
        }
        let loaded = try await options.load(recorder, kept: kept?.chapters ?? KeptChapters())
        try checkAccount(loaded.library)
        let (inputs, findings) = await project.inputs(of: loaded, for: wanted, with: theme, after: kept)
        var run = Run(recorder: recorder, progress: progress, findings: findings)
        var summary: BuildSummary?
        if let inputs, !printing.areTooGrave(findings) {
            summary = try await build(inputs, &run) { built, findings in
                guard let request else { return }
                let note = await memory.remember(
                    built, findings, of: request, chapters: loaded.chapters, asOf: loaded.asOf,
                    timeZone: loaded.configuration.timeZone)
                if let note { progress.write(note) }
            }
        } else {
            // The findings about the messages are reported too.
            run.findings += try await inputs?.messageFindings() ?? []
            try tell(run)
        }
        recorder.end()
        progress.end()
        try report(summary, run)
        if summary == nil { throw ExitStatus.contentHasErrors }
    }

    /// The state of a run, besides its outputs.
    private struct Run {
        let recorder: StepRecorder
        let progress: ProgressLine
        var findings: [Diagnostic]
    }

    private func tell(_ run: Run) throws {
        let folders = [options.content, try themeOptions.folder()].compactMap { $0 }
        let text = try printing.text(of: run.findings.inOrder(), in: folders, for: STDERR_FILENO)
        run.progress.write(text + printing.strictnessText(run.findings))
    }

    /// Prints the result of the build.
    ///
    /// - Parameter summary: nil if the findings prevented the build.
    private func report(_ summary: BuildSummary?, _ run: Run) throws {
        let timings = printing.timings ? run.recorder.timings : nil
        if printing.format == .json, !printing.quiet {
            let code = summary == nil ? ExitStatus.contentHasErrors.rawValue : 0
            let report = BuildReport(
                summary, findings: run.findings, in: output, exitCode: Int(code), timings: timings)
            return try writeOutput(report.json.text)
        }
        if let summary, !printing.quiet {
            // Only on a terminal, so that the same content gives the same output.
            let time = isatty(STDOUT_FILENO) == 1 ? "Time: \(run.recorder.elapsed.secondsText)\n" : ""
            try writeOutput(summary.text(in: output) + time)
        }
        if let timings { writeError(timings.table) }
    }

    /// Reports the result of the last build again, because nothing has changed since.
    private func repeatReport(_ summary: BuildSummary, _ run: Run) throws {
        try tell(run)
        run.recorder.end()
        run.progress.end()
        let isRefused = printing.areTooGrave(run.findings)
        try report(isRefused ? nil : summary, run)
        if isRefused { throw ExitStatus.contentHasErrors }
    }

    /// - Throws: `UsageError` if the options contradict each other.
    private func wantedOutputs() throws -> WantedOutputs {
        if only == .site, month != nil || account != nil || pack != nil {
            throw UsageError("--month, --account and --pack are for digests, but --only site builds no digests")
        }
        var wanted = WantedOutputs()
        wanted.site = only != .digests
        wanted.digests = only != .site
        wanted.month = month
        wanted.account = account
        wanted.isPacking = pack == .mbox
        return wanted
    }

    /// - Throws: `UsageError` if the named account does not exist.
    private func checkAccount(_ library: Library?) throws {
        guard let account, let library, library.account(account) == nil else { return }
        throw UsageError(
            "there is no account \(account)", didYouMean: nearest(to: account, among: library.accounts.map(\.id)))
    }

    /// Makes the outputs. Both folders are complete before either is put in its place, so that a full disk leaves both as they were. Messages are
    /// written as they are made; if one of them has an error, nothing is put in its place.
    ///
    /// - Returns: nil if the findings prevent the build.
    private func build(
        _ inputs: BuildInputs, _ run: inout Run,
        remembering remember: (BuildResult, [Diagnostic]) async -> Void
    ) async throws -> BuildSummary? {
        var isTold = false
        do {
            return try await OutputFolder.write(
                to: output, syncing: !skipsSync,
                reporting: { [progress = run.progress] in progress.write(leftoverText($0)) },
                { folder in
                    let built = try await inputs.build(
                        run.findings, into: { try folder.stage($0) }, amending: { try await folder.stageCopy($0) }
                    ) { all in
                        run.findings = all
                        isTold = true
                        try tell(run)
                        return !printing.areTooGrave(all)
                    }
                    run.recorder.begin(.puttingInPlace)
                    return built
                }, finishing: { await remember($0, run.findings) }
            ).summary
        } catch is RefusedFindings {
            return nil
        } catch {
            if !isTold { try tell(run) }
            throw error
        }
    }
}
