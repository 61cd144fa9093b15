import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite
import PlaybookTemplates

/// Everything that outputs are made from. It exists only if no finding is an error.
package struct BuildInputs: Sendable {
    let library: Library
    let wanted: WantedOutputs
    let month: YearMonth
    /// The day that counts as today.
    let asOf: CalendarDate
    /// The severities of findings.
    let rules: RuleSettings
    let recorder: StepRecorder
    /// Nil if no site is wanted.
    var site: SiteTemplates?
    /// Nil if there are no accounts.
    var email: EmailTemplates?
    var overview: OverviewTemplates?
    /// When each chapter was last changed.
    var changes: [String: LastChange] = [:]
    /// The parts of the last build that can be used again; nil to make everything.
    var kept: (build: KeptBuild, site: KeptSite)?
}

extension Project {
    /// Reads everything that is needed besides the content.
    ///
    /// - Parameter last: the last build, if only chapters have changed since.
    /// - Returns: the inputs, or nil if a finding is an error; and all findings so far.
    package func inputs(
        of loaded: LoadedContent, for wanted: WantedOutputs, with theme: Theme, after last: KeptBuild? = nil
    ) async -> (inputs: BuildInputs?, findings: [Diagnostic]) {
        var findings = loaded.diagnostics
        var site: SiteTemplates?
        recorder.begin(.readingTemplates)
        if wanted.site {
            let (read, problems) = theme.siteTemplates()
            site = read
            findings += loaded.rules.apply(to: problems + theme.accentFindings(loaded.configuration))
        }
        findings += loaded.rules.apply(to: loaded.findingsOfWhole(theme))
        guard let library = loaded.library, !findings.hasErrors else { return (nil, findings) }
        var inputs = BuildInputs(
            library: library, wanted: wanted, month: wanted.month ?? loaded.asOf.yearMonth, asOf: loaded.asOf,
            rules: loaded.rules, recorder: recorder, site: site)
        if site != nil {
            recorder.begin(.readingHistory)
            let history = await readHistory(of: content, environment: environment)
            findings += loaded.rules.apply(to: history.diagnostics)
            inputs.changes = history.changes
            if let last, let kept = last.site(for: loaded) { inputs.kept = (last, kept) }
        }
        if !library.accounts.isEmpty {
            recorder.begin(.readingTemplates)
            do throws(TemplateError) {
                inputs.email = try theme.emailTemplates()
                inputs.overview = try theme.overviewTemplates()
            } catch {
                findings += loaded.rules.apply(to: error.diagnostics)
            }
        }
        return (findings.hasErrors ? nil : inputs, findings)
    }
}
