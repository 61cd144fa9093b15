import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// The templates of the month overview, `site-templates/digests/` (docs/templates.md).
package struct OverviewTemplates: Sendable {
    fileprivate let templates: Templates
    fileprivate let styles: [UInt8]

    /// Compiles `overview.html.mustache`, and takes `overview.css` unchanged.
    ///
    /// - Parameter folder: the path of the folder, for messages about a missing file.
    /// - Throws: `TemplateError` with everything that is wrong with the files, with lines and columns.
    package static func compile(_ files: [SourceFile], in folder: String) throws(TemplateError) -> OverviewTemplates {
        let sources = files.filter { $0.name.hasSuffix(".mustache") }
        var (templates, diagnostics) = Templates.compile(
            sources, required: ["overview.html": OverviewValues.shape], in: folder)
        let styles = files.first { $0.name == "overview.css" }
        if styles == nil {
            diagnostics.append(
                Diagnostic(.missingStyles, "there is no `overview.css`", at: Place(file: "\(folder)/overview.css")))
        }
        guard diagnostics.isEmpty, let styles else { throw TemplateError(diagnostics: diagnostics.inOrder()) }
        return OverviewTemplates(templates: templates, styles: styles.bytes)
    }
}

/// Writes the overview of a month for people, its style sheet, and `gaps.json` for programs.
func writeOverview(
    of results: [AccountDigests], gaps: ContentGaps, library: Library, templates: OverviewTemplates,
    into sink: any OutputSink
) throws(FileError) {
    let page = templates.templates.render(
        "overview.html", OverviewValues(results: results, gaps: gaps, library: library).values)
    try sink.write(OutputFile(path: "index.html", bytes: page))
    try sink.write(OutputFile(path: "overview.css", bytes: templates.styles))
    try sink.write(OutputFile(path: "gaps.json", text: gaps.json.text))
}

/// What the overview's template can show.
struct OverviewValues {
    let results: [AccountDigests]
    let gaps: ContentGaps
    let library: Library
    private let sharing: AddressOwners

    init(results: [AccountDigests], gaps: ContentGaps, library: Library) {
        self.results = results
        self.gaps = gaps
        self.library = library
        sharing = AddressOwners(library.accounts)
    }

    static let shape = TemplateShape.object(
        TemplateShape.values("language", "company", "month", "has_gaps") + [
            "counts": .list(TemplateShape.values("count", "status")),
            "withheld": .list(TemplateShape.values("account", "contact", "advice")),
            "needs": .list(TemplateShape.values("role", "kpi", "messages")),
            "short_runways": .list(TemplateShape.values("account", "months")),
            "kpis_without_snippet": .list(TemplateShape.values("title")),
            "unused_snippets": .list(TemplateShape.values("id", "title")),
            "accounts": .list(
                TemplateShape.values("name", "id", "slot", "status", "owner") + [
                    "contacts": .list(
                        TemplateShape.values("name", "email", "roles", "status", "why", "timing", "also") + [
                            "message": .object(
                                TemplateShape.values("subject", "path", "html_path", "size") + [
                                    "items": .list(TemplateShape.values("title", "id", "points"))
                                ])
                        ])
                ]),
        ])

    var values: [String: TemplateValue] {
        let configuration = library.configuration
        let accounts = Dictionary(library.accounts.map { ($0.id, $0.name) }) { first, _ in first }
        func name(_ id: String) -> TemplateValue { .text(accounts[id] ?? id) }
        let contacts = results.flatMap { $0.selection.contacts }
        let timing = timingCounts(contacts.filter { $0.status == .ready })
        let statuses = ContactStatus.allCases.reversed().map { status in
            (count: contacts.count { $0.status == status }, title: status == .suppressed ? suppressed : status.title)
        }
        let counts = (statuses + [(timing.late, "late"), (timing.missed, "missed")]).compactMap {
            count, title -> [String: TemplateValue]? in
            count == 0 ? nil : ["count": "\(count)", "status": .text(title)]
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
            "contacts": .list(
                selection.contacts.enumerated().map { place, contact in self.contact(contact, at: place, of: result) }),
        ]
    }

    private func contact(
        _ contact: ContactSelection, at place: Int, of result: AccountDigests
    ) -> [String: TemplateValue] {
        let roles = contact.contact.roles.map(library.configuration.roles.title).joined(separator: ", ")
        // Why there is no message, without the status, which stands before it.
        let why = result.why[place]
        var values: [String: TemplateValue] = [
            "name": .text(contact.contact.name), "email": .text(contact.contact.email), "roles": .text(roles),
            "status": .text(contact.status.title),
            "why": .optional(why == contact.explanation ? contact.detail : why), "message": .missing,
            "also": .optional(others(of: contact, at: result.selection.account)),
            "timing": .optional(
                result.selection.slot.flatMap { slot in
                    contact.timing?.explanation(slot: slot, rules: library.configuration.digest)
                }),
        ]
        if let message = result.messages[place] {
            values["message"] = .object([
                "subject": .text(message.subject), "path": .text(message.path + ".eml"),
                "html_path": .text(message.path + ".html"),
                "size": "\((message.size + 1_023) / 1_024)",
                "items": .list(
                    message.items.map { item in
                        let snippet = library.snippets[item.snippet]
                        return [
                            "title": .text(snippet.title), "id": .text(snippet.id), "points": "\(item.total)",
                        ]
                    }),
            ])
        }
        return values
    }

    /// `2 unsubscribed, 1 left`, after the word.
    private var suppressed: String {
        "suppressed (\(suppressionCounts(results.flatMap { $0.selection.contacts })))"
    }

    /// The names of the other accounts that have the contact's address.
    private func others(of contact: ContactSelection, at account: Account) -> String? {
        sharing.others(of: contact.contact.email, than: account).map(\.name).listed
    }
}

extension [String] {
    /// The elements with commas between them; nil if there are none.
    fileprivate var listed: String? { isEmpty ? nil : joined(separator: ", ") }
}

extension ContactStatus {
    /// The status in words, for a heading or a table.
    package var title: String { rawValue.replacing("_", with: " ") }
}

extension AccountSelection {
    /// The status of the account in words, for a heading or a table.
    package var title: String {
        switch status {
        case .notDue: "not due"
        case .recovery: "recovery: only news of the incident"
        case .held: "held" + (hold.map { " (\($0.rawValue))" } ?? "")
        case .due: "due"
        }
    }
}
