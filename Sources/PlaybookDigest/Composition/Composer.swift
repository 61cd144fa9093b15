import PlaybookCore
import PlaybookMail
import PlaybookMarkup
import PlaybookModel

/// Makes the message of a contact for whom a selection is ready.
struct Composer: Sendable {
    let run: SelectionRun
    let templates: EmailTemplates
    /// The bodies without merge fields and alerts, by their snippet's index: they are the same for all readers.
    private let shared: [CustomerBody?]

    init(run: SelectionRun, templates: EmailTemplates) {
        self.run = run
        self.templates = templates
        shared = run.library.snippets.map { snippet in
            guard snippet.fields.isEmpty, !snippet.body.document.hasAlerts else { return nil }
            return CustomerBody(
                snippet.body, values: [:], attributes: templates.bodyAttributes, firstNote: 1, alertTitles: [:])
        }
    }

    func message(to selected: ContactSelection, at account: Account, status: AccountStatus) -> Message {
        let library = run.library
        let configuration = library.configuration
        let contact = selected.contact
        let language = account.language ?? configuration.site.language
        let labels = templates.labels(for: language, else: configuration.site.language)
        let chosen = selected.chosen.map { selected.candidates[$0].snippet }
        return Message(
            account: account, contact: contact, month: run.month,
            identity: MessageIdentity(
                account: account.id, contact: contact.email, month: run.month,
                items: chosen.map { (library.snippets[$0].id, library.snippets[$0].revision) }),
            language: language, labels: labels,
            items: items(chosen, account: account, contact: contact, labels: labels),
            cells: account.steering(contact).compactMap { configuration.kpi($0, in: labels.language) }.compactMap {
                kpi in
                KPICell(kpi, account: account, month: run.month, readings: library.readings, labels: labels)
            },
            manager: account.owner.flatMap { configuration.people[$0] },
            roles: contact.roles.map { labels.inSentence(configuration.roleTitle($0, in: labels.language)) },
            questions: run.questions(to: contact, at: account, status: status, labels: labels))
    }

    private func items(
        _ chosen: [Int], account: Account, contact: Account.Contact, labels: Labels
    ) -> [MessageItem] {
        let reasons = ItemReason(
            library: run.library, account: account, contact: contact, month: run.month, labels: labels)
        var firstNote = 1
        return chosen.enumerated().map { position, index in
            let snippet = run.library.snippets[index]
            let values = mergeValues(
                run.snippets[index].fieldNames, account: account, contact: contact, month: run.month,
                library: run.library, labels: labels)
            let body = body(of: index, values: values, firstNote: firstNote, labels: labels)
            firstNote += body.noteCount
            let asked = snippet.answers.compactMap { run.voices[$0] }
                .filter { $0.account == account.id && $0.state != .declined }
            return MessageItem(
                number: position + 1, title: filling(snippet.title, with: values),
                summary: filling(snippet.summary, with: values), reason: reasons.text(for: snippet, asked: asked),
                body: body,
                action: Snippet.Action(
                    label: filling(snippet.action.label, with: values),
                    url: filling(address: snippet.action.url, with: values)),
                event: snippet.event.map { calendarEvent($0, of: snippet) }, source: snippet.evidence?.source ?? "",
                asked: asked)
        }
    }

    private func body(of index: Int, values: [String: String], firstNote: Int, labels: Labels) -> CustomerBody {
        if let body = shared[index] { return body.numbered(from: firstNote) }
        let document = run.library.snippets[index].body
        return CustomerBody(
            document, values: values, attributes: templates.bodyAttributes, firstNote: firstNote,
            alertTitles: labels.alertTitles)
    }
}

/// The event of a snippet, the same for all who are told of it, and replaced in their calendars when the snippet is revised.
private func calendarEvent(_ event: Snippet.Event, of snippet: Snippet) -> CalendarEvent {
    CalendarEvent(
        date: event.date, place: event.place, id: String(sha256(Array("event:\(snippet.id)".utf8)).prefix(32)),
        sequence: max(0, snippet.revision - 1))
}
