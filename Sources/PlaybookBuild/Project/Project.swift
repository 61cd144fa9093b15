import PlaybookContent
import PlaybookCore
import PlaybookModel
import PlaybookSite

/// A content folder and the settings with which it is read. Every command that reads content starts from one.
///
/// Nothing here reads the clock, the environment or the terminal, and nothing is printed: findings are returned as
/// values.
package struct Project: Sendable {
    /// The content folder, as the user wrote it.
    package let content: String
    /// Severities for this run, which override those of `playbook.yml`.
    package let rules: RuleSettings
    /// The variables that the program was started with, for Git.
    let environment: [String: String]
    /// Receives the steps of the run.
    let recorder: StepRecorder
    /// The day that counts as today in a time zone.
    let today: @Sendable (_ timeZone: String) -> CalendarDate

    package init(
        content: String, rules: RuleSettings = RuleSettings(), environment: [String: String] = [:],
        recorder: StepRecorder = StepRecorder(.stopped), today: @escaping @Sendable (_ timeZone: String) -> CalendarDate
    ) {
        self.content = content
        self.rules = rules
        self.environment = environment
        self.recorder = recorder
        self.today = today
    }

    /// Reads and loads the content folder.
    ///
    /// - Parameters:
    ///   - contents: contents that replace those of some files, given by their paths.
    ///   - forSite: false if no site will be made, so that nothing is prepared for one.
    ///   - kept: what an earlier run remembers about the chapters; nil if nothing is to be remembered.
    /// - Throws: `FileError` if something cannot be read; `InternalFault` if a file is lost.
    package func load(
        replacing contents: [String: [UInt8]] = [:], forSite: Bool = true, kept: KeptChapters? = nil
    ) async throws -> LoadedContent {
        recorder.begin(.readingContent)
        let folder = try await ContentFolder.read(content).replacing(contents)
        recorder.count(files: folder.files.count, bytes: folder.files.reduce(0) { $0 + $1.bytes.count })
        recorder.begin(.checkingContent)
        let loaded = await PlaybookContent.load(
            folder, registry: .all, rules: rules, forSite: forSite, kept: kept, asOf: today)
        try InternalFault.check(loaded)
        return loaded
    }
}

extension LoadedContent {
    /// All findings that do not depend on a month, in order: the findings of loading, and the findings that need the
    /// theme.
    package func findings(with theme: Theme) -> [Diagnostic] {
        let others = theme.accentFindings(configuration) + findingsOfWhole(theme)
        return (diagnostics + rules.apply(to: others)).inOrder()
    }

    /// The findings about the library as a whole that loading does not make, with their usual severities.
    func findingsOfWhole(_ theme: Theme) -> [Diagnostic] {
        (library.map(aliasDiagnostics) ?? []) + theme.languageFindings(library)
    }
}
