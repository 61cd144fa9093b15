import ArgumentParser
import Foundation
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

    @Option(help: ArgumentHelp("The folder of the templates.", valueName: "folder"))
    var templates = "site-templates"

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
        guard try kind(ofFile: templates) == .folder else {
            throw UsageError("there is no folder of templates \(templates); name it with --templates")
        }
        try checkPlaces()
        try await OutputFolder.complete(in: output, syncing: !skipsSync, reporting: reportLeftover)
        let loaded = try await options.load()
        try checkArguments(loaded.library)
        let made = try await make(from: loaded)
        let findings = made.diagnostics.inOrder()
        writeError(try printing.text(of: findings, in: [options.content, templates], for: STDERR_FILENO))
        printing.explainStrictness(findings)
        guard let result = made.result, !printing.areTooGrave(findings) else { throw ExitStatus.contentHasErrors }
        try await put(result, asOf: loaded.asOf)
        if !printing.quiet { try writeOutput(summary(of: result)) }
    }

    /// Throws where an output would replace something that is read, or would become part of it.
    private func checkPlaces() throws {
        guard try kind(ofFile: options.content) == .folder else { return }
        try checkOutputs(
            ["_site", "_digests", "_ledger"], in: output,
            apartFrom: [
                InputFolder("the content folder", options.content, isReadWhole: true),
                InputFolder("the folder of templates", templates, isReadWhole: false),
            ])
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

    private struct Result {
        var library: Library
        var month: YearMonth
        /// Nil where no site is built.
        var templates: SiteTemplates?
        /// Nil where no digests are built, and where there are no accounts.
        var digests: Digests?
        /// What the site shows of the month's messages.
        var plan: MonthPlan?
        /// When each chapter was last changed.
        var changes: [String: LastChange] = [:]
    }

    /// Everything that is to be written, or no result where the findings have an error.
    private func make(from loaded: LoadedContent) async throws -> (result: Result?, diagnostics: [Diagnostic]) {
        var diagnostics = loaded.diagnostics
        var siteTemplates: SiteTemplates?
        if only != .digests {
            let (read, problems) = try SiteTemplates.read(templates)
            siteTemplates = read
            diagnostics += loaded.rules.apply(
                to: problems + (try accentFindings(loaded.configuration, templates: templates)))
        }
        diagnostics += loaded.rules.apply(
            to: (loaded.library.map(aliasDiagnostics) ?? [])
                + (try languageFindings(loaded.library, templates: templates)))
        guard let library = loaded.library, !diagnostics.hasErrors else { return (nil, diagnostics) }
        var result = Result(library: library, month: month ?? loaded.asOf.yearMonth, templates: siteTemplates)
        if siteTemplates != nil {
            let history = await readHistory(of: options.content)
            diagnostics += loaded.rules.apply(to: history.diagnostics)
            result.changes = history.changes
        }
        if !library.accounts.isEmpty {
            let files = try readFiles(in: templates + "/email") { _ in true }
            let overviewFiles = try readFiles(in: templates + "/digests") { _ in true }
            do throws(TemplateError) {
                let email = try EmailTemplates.compile(files, in: templates + "/email", words: WordFile.read)
                let overview = try OverviewTemplates.compile(overviewFiles, in: templates + "/digests")
                func printed(_ account: String?) async -> Digests {
                    await digests(
                        of: library, ledger: .empty, month: result.month, asOf: loaded.asOf, account: account,
                        templates: email, overview: overview, packing: pack == .mbox)
                }
                let own = await printed(account)
                diagnostics += loaded.rules.apply(to: own.diagnostics)
                if only != .digests, library.configuration.site.accounts {
                    let all = account == nil ? own : await printed(nil)
                    result.plan = MonthPlan(all, month: result.month, library: library, asOf: loaded.asOf)
                }
                if only != .site { result.digests = own }
            } catch {
                diagnostics += loaded.rules.apply(to: error.diagnostics)
            }
        }
        return (diagnostics.hasErrors ? nil : result, diagnostics)
    }

    /// Where the digests go below the output folder.
    private func digestFolder(_ month: YearMonth) -> String {
        "_digests/\(month)" + (account.map { "." + safeName($0) } ?? "")
    }

    /// Writes both outputs before either is put in its place, so that a full disk leaves both old ones.
    private func put(_ result: Result, asOf: CalendarDate) async throws {
        try await OutputFolder.write(to: output, syncing: !skipsSync, reporting: reportLeftover) { folder in
            if let digests = result.digests {
                let prefix = "_digests/\(result.month)/"
                let writer = try folder.stage(self.digestFolder(result.month))
                for file in digests.files {
                    try writer.write(OutputFile(path: String(file.path.dropFirst(prefix.count)), bytes: file.bytes))
                }
            }
            if let templates = result.templates {
                let writer = try folder.stage("_site")
                try await writeSite(
                    of: result.library, with: templates, asOf: asOf, plan: result.plan, changes: result.changes
                ) { (file) throws(FileError) in
                    try writer.write(file)
                }
            }
        }
    }

    private func summary(of result: Result) -> String {
        let place = output == "." ? "" : output + "/"
        var text = ""
        if result.templates != nil {
            let chapters = result.library.chapters.count
            text += "Site: \(chapters) \(chapters == 1 ? "chapter" : "chapters") in \(place)_site/\n"
        }
        if let digests = result.digests {
            let messages = "\(digests.messageCount) \(digests.messageCount == 1 ? "message" : "messages")"
            let month = "\(result.month.englishName) \(result.month.year)"
            text += "Digests: \(messages) for \(month) in \(place)\(digestFolder(result.month))/\n"
            text += digests.summary
        }
        return text
    }
}
