import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite

/// The findings do not allow a build. Whoever was asked to accept them has said so.
package struct RefusedFindings: Error, Sendable {}

extension BuildInputs {
    /// Makes the outputs. Each file goes to its output as soon as it is made.
    ///
    /// - Parameters:
    ///   - findings: what is known so far.
    ///   - stage: gives the sink of an output, by the name of its folder below the output folder. What is in it counts only when this function
    ///     has returned.
    ///   - accept: called once with all findings, when those of messages are known and before the site is made; false where they do not allow
    ///     a build. Errors never do.
    /// - Throws: `RefusedFindings`; `FileError`; and what `stage` and `accept` throw.
    package func build(
        _ findings: [Diagnostic], into stage: (_ name: String) throws -> any OutputSink,
        accepting accept: ([Diagnostic]) throws -> Bool
    ) async throws -> BuildSummary {
        let writesDigests = wanted.digests && email != nil
        let messages =
            writesDigests ? CountedOutput(try stage(wanted.digestFolder(month)), recorder, isProgress: false) : nil
        let month = try await makeMonth(into: messages)
        let findings = findings + month.findings
        guard try accept(findings), !findings.hasErrors else { throw RefusedFindings() }
        var summary = BuildSummary(month: self.month, digestFolder: wanted.digestFolder(self.month))
        if let messages, let digests = month.digests { summary.digests = DigestCounts(digests, messages.size) }
        if let site {
            let pages = CountedOutput(try stage(WantedOutputs.siteFolder), recorder, isProgress: true)
            try await writeSite(
                of: library, with: site, asOf: asOf, plan: month.plan, changes: changes,
                beginning: { recorder.begin(Step($0), of: $1) }
            ) { (file) throws(FileError) in
                try pages.write(file)
            }
            summary.site = (library.chapters.count, pages.size)
        }
        return summary
    }

    /// What there is to say of the messages, of which none is written.
    package func messageFindings() async throws(FileError) -> [Diagnostic] { try await makeMonth(into: nil).findings }

    /// Makes the digests that are wanted, and what the site shows of the month.
    ///
    /// - Parameter sink: takes the files of the digests; nil where none are written.
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
            // The site shows all accounts, whichever one is asked for.
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
