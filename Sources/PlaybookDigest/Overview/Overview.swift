import PlaybookContent
import PlaybookCore
import PlaybookTemplates

/// The templates of the month overview, `site-templates/digests/` (docs/templates.md).
public struct OverviewTemplates: Sendable {
    fileprivate let templates: Templates
    fileprivate let styles: [UInt8]

    /// Compiles `overview.html.mustache`, and takes `overview.css` as it is.
    ///
    /// - Parameter folder: the folder's path, for the message about a missing file.
    /// - Throws: all that is wrong with the files, with lines and columns.
    public static func compile(_ files: [SourceFile], in folder: String) throws(TemplateError) -> OverviewTemplates {
        let sources = files.filter { $0.name.hasSuffix(".mustache") }
        var (templates, diagnostics) = Templates.compile(sources, required: ["overview.html"], in: folder)
        let styles = files.first { $0.name == "overview.css" }
        if styles == nil {
            diagnostics.append(
                Diagnostic(.missingStyles, "there is no `overview.css`", at: Place(file: "\(folder)/overview.css")))
        }
        guard diagnostics.isEmpty, let styles else { throw TemplateError(diagnostics: diagnostics.inOrder()) }
        return OverviewTemplates(templates: templates, styles: styles.bytes)
    }
}

/// The overview of a month for people, its style sheet, and `gaps.json` for programs.
func overviewFiles(
    of results: [AccountDigests], gaps: ContentGaps, library: Library, templates: OverviewTemplates, folder: String
) -> [OutputFile] {
    let page = templates.templates.render(
        "overview.html", OverviewValues(results: results, gaps: gaps, library: library).values)
    return [
        OutputFile(path: "\(folder)/index.html", bytes: Array(page.utf8)),
        OutputFile(path: "\(folder)/overview.css", bytes: templates.styles),
        OutputFile(path: "\(folder)/gaps.json", bytes: Array(gaps.json.text.utf8)),
    ]
}

/// What the overview's template can show.
private struct OverviewValues {
    let results: [AccountDigests]
    let gaps: ContentGaps
    let library: Library

    var values: [String: TemplateValue] {
        let configuration = library.configuration
        let accounts = Dictionary(library.accounts.map { ($0.id, $0.name) }) { first, _ in first }
        func name(_ id: String) -> TemplateValue { .text(accounts[id] ?? id) }
        let contacts = results.flatMap { $0.selection.contacts }
        let counts = ContactStatus.allCases.reversed().compactMap { status -> [String: TemplateValue]? in
            let count = contacts.count { $0.status == status }
            return count == 0 ? nil : ["count": "\(count)", "status": .text(status.title)]
        }
        let titles = Dictionary(library.snippets.map { ($0.id, $0.title) }) { first, _ in first }
        return [
            "language": .text(configuration.site.language), "company": .optional(configuration.company?.name),
            "month": .text("\(gaps.month.englishName) \(gaps.month.year)"), "counts": .list(counts),
            "accounts": .list(results.map(account)),
            "withheld": .list(
                gaps.withheld.map {
                    ["account": name($0.account), "contact": .text($0.contact), "advice": .text($0.advice)]
                }),
            "needs": .list(
                gaps.needs.map { need in
                    [
                        "role": .text(configuration.roles.title(need.role)),
                        "kpi": .text(configuration.kpi(need.kpi)?.title ?? need.kpi), "messages": "\(need.messages)",
                    ]
                }),
            "short_runways": .list(
                gaps.shortRunways.map { ["account": name($0.account), "months": "\($0.months)"] }),
            "kpis_without_snippet": .list(
                gaps.kpisWithoutSnippet.map { ["title": .text(configuration.kpi($0)?.title ?? $0)] }),
            "unused_snippets": .list(gaps.unusedSnippets.map { ["id": .text($0), "title": .text(titles[$0] ?? $0)] }),
            "has_gaps": .flag(
                !gaps.withheld.isEmpty || !gaps.shortRunways.isEmpty || !gaps.kpisWithoutSnippet.isEmpty
                    || !gaps.unusedSnippets.isEmpty),
        ]
    }

    private func account(_ result: AccountDigests) -> [String: TemplateValue] {
        let selection = result.selection
        return [
            "name": .text(selection.account.name), "id": .text(selection.account.id),
            "slot": .optional(selection.slot?.description), "status": .text(selection.title),
            "owner": .optional(selection.account.owner.flatMap { library.configuration.people[$0]?.name }),
            "contacts": .list(selection.contacts.map { contact($0, result) }),
        ]
    }

    private func contact(_ contact: ContactSelection, _ result: AccountDigests) -> [String: TemplateValue] {
        let roles = contact.contact.roles.map(library.configuration.roles.title).joined(separator: ", ")
        var values: [String: TemplateValue] = [
            "name": .text(contact.contact.name), "email": .text(contact.contact.email), "roles": .text(roles),
            "status": .text(contact.status.title), "why": .optional(result.why[contact.contact.email]),
            "message": .missing,
        ]
        if let message = result.messages[contact.contact.email] {
            values["message"] = .object([
                "subject": .text(message.subject), "path": .text(message.path),
                "html_path": .text(message.htmlPath), "text_path": .text(message.textPath),
                "size": "\((message.bytes.count + 1_023) / 1_024)",
                "items": .list(
                    message.items.map { item in
                        [
                            "title": .text(item.snippet.title), "id": .text(item.snippet.id),
                            "points": "\(item.candidate.total)",
                        ]
                    }),
            ])
        }
        return values
    }

}

extension ContactStatus {
    /// For a heading or a table.
    public var title: String { rawValue.replacing("_", with: " ") }
}

extension AccountSelection {
    /// The account's status, for a heading or a table.
    public var title: String {
        switch status {
        case .notDue: "not due"
        case .recovery: "recovery: only news of the incident"
        case .held: "held" + (hold.map { " (\($0.rawValue))" } ?? "")
        case .due: "due"
        }
    }
}
