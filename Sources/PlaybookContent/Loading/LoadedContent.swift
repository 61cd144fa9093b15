import PlaybookCore
import PlaybookModel

/// The result of loading a content folder: a library, or the findings that prevent one.
package struct LoadedContent: Sendable {
    /// Nil if a finding is an error.
    package let library: Library?
    /// The settings of `playbook.yml`, with defaults where it has none or cannot be read.
    package let configuration: Configuration
    /// All findings with their chosen severities, in order.
    package let diagnostics: [Diagnostic]
    /// The day that counted as today.
    package let asOf: CalendarDate
    /// The severities of the findings: those of `playbook.yml`, overridden by those of this run.
    package let rules: RuleSettings
    /// Files that were read but are neither in the library nor have an error, which is a fault of this program. If
    /// there are any, there is no library.
    package let lostFiles: [SourceFile]
    /// What the next run may use instead of parsing chapters again; nil if it was not requested.
    package let chapters: KeptChapters?
}

/// Loads a content folder: parses every file, checks it against its shape, and checks references between files. One
/// run returns all findings of all files.
///
/// - Parameters:
///   - registry: the rules that `rules:` in playbook.yml can name.
///   - rules: severities chosen for this run, which override those of `playbook.yml`.
///   - forSite: false if no site is made from the library. The library then lacks everything about chapters that only a site needs.
///   - kept: what an earlier run remembers about the chapters; nil if nothing is to be remembered.
///   - asOf: returns the day that counts as today in a time zone, for review dates and the like.
package func load(
    _ folder: consuming ContentFolder, registry: RuleRegistry = RuleRegistry(Rule.content),
    rules: RuleSettings = RuleSettings(), forSite: Bool = true, kept: KeptChapters? = nil,
    asOf: (_ timeZone: String) -> CalendarDate
) async -> LoadedContent {
    var loader = LibraryLoader(folder: folder, registry: registry, forSite: forSite, kept: kept)
    loader.loadConfiguration()
    let asOf = asOf(loader.configuration.timeZone)
    await loader.load(asOf: asOf)
    let settings = loader.configuration.rules.overridden(by: rules)
    // A finding can replace the findings that follow from it only if it is an error by these severities.
    let diagnostics = settings.apply(to: loader.diagnostics)
        .withoutConsequences(of: loader.folder.path(of: "playbook.yml"), ofUnreadRows: loader.hasUnreadRows)
        .map(withoutFixOfExport)
    let library = diagnostics.hasErrors ? nil : loader.library
    let lost = library.map { lostFiles(loader.folder.files, records: loader.records, in: $0) } ?? []
    return LoadedContent(
        library: lost.isEmpty ? library : nil, configuration: loader.configuration, diagnostics: diagnostics,
        asOf: asOf, rules: settings, lostFiles: lost, chapters: loader.kept)
}

extension [Diagnostic] {
    /// The findings without those that follow from a mistake in `playbook.yml`: such a mistake makes words unknown
    /// all over the content. Nothing follows from an unknown word in `playbook.yml` itself, such as a role in a
    /// translation.
    ///
    /// - Parameter ofUnreadRows: true if rows of exports could not be read. Their accounts and contacts are then unknown everywhere else.
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

/// The finding, but without its fix if it is about a CRM export: the next export would undo the fix, and the CRM would still be wrong.
private func withoutFixOfExport(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let file = diagnostic.fix?.file, ContentPart.accounts.contains(file.name),
        file.name.endsWithBytes(of: ".csv")
    else {
        return diagnostic
    }
    var diagnostic = diagnostic
    diagnostic.fix = nil
    return diagnostic
}
