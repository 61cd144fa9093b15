import PlaybookCore

/// A content folder as a library, or what keeps it from being one.
package struct LoadedContent: Sendable {
    /// Nil when there is an error.
    package let library: Library?
    /// What `playbook.yml` says; the defaults where it says nothing or cannot be read.
    package let configuration: Configuration
    /// Errors and warnings with the severities that were chosen, in order.
    package let diagnostics: [Diagnostic]
    /// The day that stood for today.
    package let asOf: CalendarDate
    /// The severities by which the findings were weighed: those of `playbook.yml` with those chosen for the run over them.
    package let rules: RuleSettings
    /// Files that were read, but are neither in the library nor have an error: a fault of this program. There is no library then.
    package let lostFiles: [SourceFile]
}

/// Loads a content folder: parses every file, holds it against its shape, and checks what refers to what. All findings of
/// all files come from one run.
///
/// - Parameters:
///   - asOf: the day against which review dates are held, for the configured time zone.
///   - rules: severities chosen for this run; they win over those of `playbook.yml`.
package func load(
    _ folder: consuming ContentFolder, rules: RuleSettings = RuleSettings(), asOf: (_ timeZone: String) -> CalendarDate
) async -> LoadedContent {
    var loader = LibraryLoader(folder: folder)
    loader.loadConfiguration()
    let asOf = asOf(loader.configuration.timeZone)
    await loader.load(asOf: asOf)
    let settings = loader.configuration.rules.overridden(by: rules)
    // Only what is an error by these severities can stand for what follows from it.
    let diagnostics = settings.apply(to: loader.diagnostics)
        .withoutConsequences(of: loader.folder.path(of: "playbook.yml"), ofUnreadRows: loader.hasUnreadRows)
        .map(withoutFixOfExport)
    let library = diagnostics.hasErrors ? nil : loader.library
    let lost = library.map { lostFiles(loader.folder.files, records: loader.records, in: $0) } ?? []
    return LoadedContent(
        library: lost.isEmpty ? library : nil, configuration: loader.configuration, diagnostics: diagnostics,
        asOf: asOf, rules: settings, lostFiles: lost)
}

extension [Diagnostic] {
    /// A mistake in `playbook.yml` makes words unknown all over the content; only the mistake itself is worth reporting. What is unknown in
    /// `playbook.yml`, such as a role in a translation, is a mistake that nothing else follows from.
    ///
    /// - Parameter ofUnreadRows: true where rows of exports could not be read: their accounts and contacts are unknown everywhere else.
    fileprivate func withoutConsequences(of settings: String, ofUnreadRows: Bool) -> [Diagnostic] {
        if ofUnreadRows {
            let ofRows = Set([Rule.unknown(.account), .unknownContact])
            return filter { !ofRows.contains($0.rule) }.withoutConsequences(of: settings, ofUnreadRows: false)
        }
        let vocabulary: [Reference] = [.role, .industry, .product, .stage, .kpi, .person]
        let consequences = Set(vocabulary.map(Rule.unknown) + [.missingCompany, .unknownField, .unmappedValue])
        let isCause = contains {
            $0.severity == .error && $0.place.file == settings && !consequences.contains($0.rule)
        }
        return isCause ? filter { $0.place.file == settings || !consequences.contains($0.rule) } : self
    }
}

/// The finding without a fix where it is about a CRM export: the next export would undo it, and the CRM would still be wrong.
private func withoutFixOfExport(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let file = diagnostic.fix?.file, file.name.startsWithBytes(of: "accounts/"),
        file.name.endsWithBytes(of: ".csv")
    else {
        return diagnostic
    }
    var diagnostic = diagnostic
    diagnostic.fix = nil
    return diagnostic
}
