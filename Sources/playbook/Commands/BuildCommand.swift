import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookCore
import PlaybookModel

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the site, and the digests of a month.",
        discussion: """
            Writes _site/ and _digests/YYYY-MM/ beside the old ones, and puts them in place when everything is complete. \
            A build that fails leaves the old ones unchanged. A build that is killed while it puts them in place is completed \
            by the next one.
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
            "The month of the digests, YYYY-MM; else that of the day that counts as today.", valueName: "month"))
    var month: YearMonth?

    @Option(
        help: ArgumentHelp(
            "Only the digests of this account, in _digests/YYYY-MM.ID/; those of the whole month stay as they are.",
            valueName: "id"))
    var account: String?

    @Option(help: "mbox: also writes all messages of the month into one file, messages.mbox.")
    var pack: Pack?

    @OptionGroup var printing: FindingOptions

    @Flag(
        name: .customLong("no-sync"),
        help: "Do not wait for the disk. Faster, but after a power failure the outputs may be incomplete.")
    var skipsSync = false

    mutating func run() async throws {
        try options.take(folder)
        let theme = try themeOptions.theme()
        let project = options.project
        try project.checkPlaces(in: output, theme)
        try await OutputFolder.complete(in: output, syncing: !skipsSync, reporting: reportLeftover)
        let loaded = try await options.load()
        let wanted = try wantedOutputs(loaded.library)
        let (inputs, findings) = await project.inputs(of: loaded, for: wanted, with: theme)
        guard let inputs, !printing.areTooGrave(findings) else {
            // What there is to say of the messages is said as well.
            try tell(findings + (try await inputs?.messageFindings() ?? []))
            throw ExitStatus.contentHasErrors
        }
        let summary = try await build(inputs, findings)
        if !printing.quiet { try writeOutput(summary.text(in: output)) }
    }

    private func tell(_ findings: [Diagnostic]) throws {
        let folders = [options.content, try themeOptions.folder()].compactMap { $0 }
        writeError(try printing.text(of: findings.inOrder(), in: folders, for: STDERR_FILENO))
        printing.explainStrictness(findings)
    }

    /// - Throws: `UsageError` where the options contradict each other, or name an account that there is not.
    private func wantedOutputs(_ library: Library?) throws -> WantedOutputs {
        if only == .site, month != nil || account != nil || pack != nil {
            throw UsageError("--month, --account and --pack are about digests, and --only site builds none")
        }
        if let account, let library, library.account(account) == nil {
            throw UsageError(
                "there is no account \(account)", didYouMean: nearest(to: account, among: library.accounts.map(\.id)))
        }
        var wanted = WantedOutputs()
        wanted.site = only != .digests
        wanted.digests = only != .site
        wanted.month = month
        wanted.account = account
        wanted.isPacking = pack == .mbox
        return wanted
    }

    /// Both folders are complete before either is put in its place, so that a full disk leaves both as they were. Messages are written as they
    /// are made; where one of them has an error, nothing is put in its place.
    private func build(_ inputs: BuildInputs, _ findings: [Diagnostic]) async throws -> BuildSummary {
        var isTold = false
        do {
            return try await OutputFolder.write(to: output, syncing: !skipsSync, reporting: reportLeftover) { folder in
                try await inputs.build(findings, into: { try folder.stage($0) }) { all in
                    isTold = true
                    try tell(all)
                    return !printing.areTooGrave(all)
                }
            }
        } catch {
            if !isTold { try tell(findings) }
            throw error
        }
    }
}
