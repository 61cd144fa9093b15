import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite

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
        try checkPlaces(theme)
        try await OutputFolder.complete(in: output, syncing: !skipsSync, reporting: reportLeftover)
        let loaded = try await options.load()
        try checkArguments(loaded.library)
        let (job, findings) = try await prepare(loaded, theme)
        guard let job, !printing.areTooGrave(findings.inOrder()) else {
            var all = findings
            // What there is to say of the messages is said as well.
            if let job { all += try await digests(job, loaded, into: nil).findings }
            try tell(all)
            throw ExitStatus.contentHasErrors
        }
        let digests = try await put(job, loaded, findings)
        if !printing.quiet { try writeOutput(summary(of: job, digests)) }
    }

    private func tell(_ findings: [Diagnostic]) throws {
        writeError(
            try printing.text(
                of: findings.inOrder(), in: [options.content, themeOptions.folder()].compactMap { $0 },
                for: STDERR_FILENO))
        printing.explainStrictness(findings.inOrder())
    }

    /// Throws where an output would replace something that is read, or would become part of it.
    private func checkPlaces(_ theme: Theme) throws {
        guard try kind(ofFile: options.content) == .folder else { return }
        try checkOutputs(
            ["_site", "_digests", "_ledger"], in: output,
            apartFrom: [InputFolder("the content folder", options.content, isReadWhole: true)]
                + (theme.folder.map { [InputFolder("the folder of templates", $0, isReadWhole: false)] } ?? []))
    }

    private func checkArguments(_ library: Library?) throws {
        if only == .site, month != nil || account != nil || pack != nil {
            throw UsageError("--month, --account and --pack are about digests, and --only site builds none")
        }
        if let account, let library, library.account(account) == nil {
            let near = nearest(to: account, among: library.accounts.map(\.id)).map { "; did you mean \($0)?" } ?? ""
            throw UsageError("there is no account \(account)\(near)")
        }
    }

    /// All that the outputs are made from.
    private struct Job {
        var library: Library
        var month: YearMonth
        /// Nil where no site is wanted.
        var site: SiteTemplates?
        /// Nil where nothing of digests is wanted, and where there are no accounts.
        var email: EmailTemplates?
        var overview: OverviewTemplates?
        /// When each chapter was last changed.
        var changes: [String: LastChange] = [:]
    }

    /// Reads all that is needed beside the content; no job where something is wrong.
    private func prepare(_ loaded: LoadedContent, _ theme: Theme) async throws -> (job: Job?, findings: [Diagnostic]) {
        var diagnostics = loaded.diagnostics
        var siteTemplates: SiteTemplates?
        if only != .digests {
            let (read, problems) = theme.siteTemplates()
            siteTemplates = read
            diagnostics += loaded.rules.apply(to: problems + theme.accentFindings(loaded.configuration))
        }
        diagnostics += loaded.rules.apply(
            to: (loaded.library.map(aliasDiagnostics) ?? []) + theme.languageFindings(loaded.library))
        guard let library = loaded.library, !diagnostics.hasErrors else { return (nil, diagnostics) }
        var job = Job(library: library, month: month ?? loaded.asOf.yearMonth, site: siteTemplates)
        if siteTemplates != nil {
            let history = await readHistory(of: options.content)
            diagnostics += loaded.rules.apply(to: history.diagnostics)
            job.changes = history.changes
        }
        if !library.accounts.isEmpty {
            do throws(TemplateError) {
                job.email = try theme.emailTemplates()
                job.overview = try theme.overviewTemplates()
            } catch {
                diagnostics += loaded.rules.apply(to: error.diagnostics)
            }
        }
        return (diagnostics.hasErrors ? nil : job, diagnostics)
    }

    /// Makes the digests that are wanted, and what the site shows of the month.
    ///
    /// - Parameter sink: takes the files of the digests; nil where none are written.
    private func digests(
        _ job: Job, _ loaded: LoadedContent, into sink: (any OutputSink)?
    ) async throws -> (made: Digests?, plan: MonthPlan?, findings: [Diagnostic]) {
        guard let email = job.email else { return (nil, nil, []) }
        let isPlanning = job.site != nil && job.library.configuration.site.accounts
        var wanted = DigestOptions()
        wanted.asOf = loaded.asOf
        wanted.account = account
        wanted.overview = job.overview
        wanted.isPacking = pack == .mbox
        wanted.keepsReasons = isPlanning
        func made(_ wanted: DigestOptions, into sink: (any OutputSink)?) async throws(FileError) -> Digests {
            try await PlaybookDigest.digests(
                of: job.library, ledger: .empty, month: job.month, templates: email, options: wanted, into: sink)
        }
        let own = try await made(wanted, into: sink)
        var plan: MonthPlan?
        if isPlanning {
            // The site shows all accounts, whichever one is asked for.
            wanted.account = nil
            let all = account == nil ? own : try await made(wanted, into: nil)
            let pages = await MessagePages(
                of: job.library, ledger: .empty, month: job.month, templates: email)
            plan = MonthPlan(all, month: job.month, library: job.library, asOf: loaded.asOf, pages: pages)
        }
        return (own, plan, loaded.rules.apply(to: own.diagnostics))
    }

    /// Where the digests go below the output folder.
    private func digestFolder(_ month: YearMonth) -> String {
        "_digests/\(month)" + (account.map { "." + safeName($0) } ?? "")
    }

    /// Both folders are complete before either is put in its place, so that a full disk leaves both as they were. Messages are written as they
    /// are made; where one of them has an error, nothing is put in its place.
    private func put(_ job: Job, _ loaded: LoadedContent, _ findings: [Diagnostic]) async throws -> Digests? {
        var isTold = false
        var digests: Digests?
        do {
            try await OutputFolder.write(to: output, syncing: !skipsSync, reporting: reportLeftover) { folder in
                let writesDigests = only != .site && job.email != nil
                let sink = writesDigests ? try folder.stage(self.digestFolder(job.month)) : nil
                let made = try await self.digests(job, loaded, into: sink)
                let all = findings + made.findings
                isTold = true
                try tell(all)
                if all.hasErrors || printing.areTooGrave(all.inOrder()) { throw ExitStatus.contentHasErrors }
                if writesDigests { digests = made.made }
                guard let templates = job.site else { return }
                let writer = try folder.stage("_site")
                try await writeSite(
                    of: job.library, with: templates, asOf: loaded.asOf, plan: made.plan, changes: job.changes
                ) { (file) throws(FileError) in
                    try writer.write(file)
                }
            }
        } catch {
            if !isTold { try tell(findings) }
            throw error
        }
        return digests
    }

    private func summary(of job: Job, _ digests: Digests?) -> String {
        let place = output == "." ? "" : output + "/"
        var text = ""
        if job.site != nil {
            let chapters = job.library.chapters.count
            text += "Site: \(chapters) \(chapters == 1 ? "chapter" : "chapters") in \(place)_site/\n"
        }
        if let digests {
            let messages = "\(digests.messageCount) \(digests.messageCount == 1 ? "message" : "messages")"
            let month = "\(job.month.englishName) \(job.month.year)"
            text += "Digests: \(messages) for \(month) in \(place)\(digestFolder(job.month))/\n"
            text += digests.summary
        }
        return text
    }
}
