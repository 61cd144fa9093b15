import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite

/// The findings prevent the build. The closure that was asked to accept them has already reported them.
package struct RefusedFindings: Error, Sendable {}

/// What a build has made, and what the next one can use again.
package struct BuildResult: Sendable {
    package let summary: BuildSummary
    /// Nil if no site was made.
    let search: KeptSearch?
}

extension BuildInputs {
    /// Makes the outputs. Each file goes to its output as soon as it is made.
    ///
    /// - Parameters:
    ///   - findings: the findings so far.
    ///   - stage: returns the sink for an output, given the path of its folder below the output folder. Its files may be used only after this
    ///     function has returned.
    ///   - amend: the same for an output that starts with the files of the old one, so that only some are made again. Returns nil if that is not
    ///     possible.
    ///   - accept: called once with all findings, after the messages and before the site. Returns false to prevent the build. Errors always prevent
    ///     it.
    /// - Throws: `RefusedFindings`; `FileError`; and what the functions throw.
    package func build(
        _ findings: [Diagnostic], into stage: (_ name: String) throws -> any OutputSink,
        amending amend: (_ name: String) async throws -> AmendedFolder? = { _ in nil },
        accepting accept: ([Diagnostic]) throws -> Bool
    ) async throws -> BuildResult {
        if kept != nil { recorder.begin(.takingOver) }
        if let kept, let site, let folder = try await amend(WantedOutputs.siteFolder) {
            guard try accept(findings + kept.build.summary.messageFindings) else { throw RefusedFindings() }
            return try await amendSite(in: folder, with: site, keeping: kept.build, kept.site)
        }
        let writesDigests = wanted.digests && email != nil
        let messages =
            writesDigests ? CountedOutput(try stage(wanted.digestFolder(month)), recorder, isProgress: false) : nil
        let month = try await makeMonth(into: messages)
        let findings = findings + month.findings
        guard try accept(findings), !findings.hasErrors else { throw RefusedFindings() }
        var summary = BuildSummary(month: self.month, digestFolder: wanted.digestFolder(self.month))
        summary.messageFindings = month.findings
        var search: KeptSearch?
        if let messages, let digests = month.digests { summary.digests = DigestCounts(digests, messages.size) }
        if let site {
            let pages = CountedOutput(try stage(WantedOutputs.siteFolder), recorder, isProgress: true)
            search = try await writeSite(
                of: library, with: site, asOf: asOf, plan: month.plan, changes: changes,
                beginning: { recorder.begin(Step($0), of: $1) }
            ) { (file) throws(FileError) in
                try pages.write(file)
            }
            summary.site = (library.chapters.count, pages.size)
        }
        return BuildResult(summary: summary, search: search)
    }

    /// Makes the changed parts of a site again. Messages and everything else stay as they are.
    private func amendSite(
        in folder: AmendedFolder, with site: SiteTemplates, keeping build: KeptBuild, _ kept: KeptSite
    ) async throws -> BuildResult {
        let pages = CountedOutput(folder, recorder, isProgress: true)
        let search = try await writeChangedPages(
            of: library, with: site, asOf: asOf, changes: changes, keeping: kept,
            beginning: { recorder.begin(Step($0), of: $1) }
        ) { (file) throws(FileError) in
            try pages.write(file)
        }
        var summary = build.summary
        summary.site?.size.bytes += folder.growth
        return BuildResult(summary: summary, search: search)
    }

    /// The findings about the messages. No message is written.
    package func messageFindings() async throws(FileError) -> [Diagnostic] { try await makeMonth(into: nil).findings }

    /// Makes the wanted digests, and the plan of the month that the site shows.
    ///
    /// - Parameter sink: receives the files of the digests; nil to write none.
    private func makeMonth(
        into sink: (any OutputSink)?
    ) async throws(FileError) -> (digests: Digests?, plan: MonthPlan?, findings: [Diagnostic]) {
        guard let email else { return (nil, nil, []) }
        let isPlanning = site != nil && library.configuration.site.accounts
        var options = DigestOptions()
        options.asOf = asOf
        options.account = wanted.account
        options.overview = overview
        options.isPacking = wanted.isPacking
        options.keepsReasons = isPlanning
        options.eachAccount = recorder.advance
        recorder.begin(.makingMessages, of: wanted.account == nil ? library.accounts.count : 1)
        let own = try await digests(
            of: library, ledger: .empty, month: month, templates: email, options: options, into: sink)
        let findings = rules.apply(to: own.diagnostics)
        guard isPlanning else { return (own, nil, findings) }
        var all = own
        if wanted.account != nil {
            // The site shows all accounts, even if the digests of only one were requested.
            options.account = nil
            recorder.begin(.makingMessages, of: library.accounts.count)
            all = try await digests(
                of: library, ledger: .empty, month: month, templates: email, options: options, into: nil)
        }
        recorder.begin(.planningSite)
        let pages = await MessagePages(of: library, ledger: .empty, month: month, templates: email)
        return (own, MonthPlan(all, month: month, library: library, asOf: asOf, pages: pages), findings)
    }
}
