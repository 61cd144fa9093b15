import PlaybookCore
import PlaybookMail
import PlaybookMarkup
import PlaybookModel

/// Makes the message of a contact for whom a selection is ready.
///
/// A class, so that all cores read the same data without copying it.
final class Composer: Sendable {
    let run: SelectionRun
    let templates: EmailTemplates
    /// Prepared items, by language and then by the snippet's number; nil for snippets that no message of the month can have.
    private let prepared: [String: [PreparedItem?]]

    /// - Parameter attributes: the attributes for elements of bodies; by default those with styles, for mail.
    init(run: SelectionRun, templates: EmailTemplates, attributes: [String: String]? = nil) async {
        self.run = run
        self.templates = templates
        let configuration = run.library.configuration
        let site = configuration.site.language
        var all: [String: Labels] = [:]
        for language in Set(run.library.accounts.map { $0.language ?? site }) {
            let labels = templates.labels(for: language, else: site)
            all[labels.language] = labels
        }
        let attributes = attributes ?? templates.bodyAttributes
        let possible = run.possible
        let slots = run.slots
        var prepared: [String: [PreparedItem?]] = [:]
        for (language, labels) in all {
            prepared[language] = await Array(run.library.snippets.indices).concurrentMap { index in
                guard possible.contains(index) else { return nil }
                return PreparedItem(
                    run.library.snippets[index], fields: run.index.mergeValues[index].map(\.name), labels: labels,
                    attributes: attributes, company: configuration.company, slots: slots)
            }
        }
        self.prepared = prepared
    }

    func message(to selected: ContactSelection, at account: Account, status: AccountStatus) -> Message {
        let contact = selected.contact
        let site = run.library.configuration.site.language
        let language = account.language ?? site
        let labels = templates.labels(for: language, else: site)
        let steering = account.steering(contact)
        let items = items(
            selected.chosen.map(\.snippet), account: account, contact: contact, steering: steering, labels: labels)
        return Message(
            account: account, contact: contact, month: run.month,
            identity: MessageIdentity(
                account: account.id, contact: contact.email, month: run.month,
                items: items.map { ($0.prepared.snippet.id, $0.prepared.snippet.revision) }),
            language: language, labels: labels, items: items,
            cells: steering.compactMap { id in
                run.library.configuration.kpi(id, in: labels.language).flatMap { kpi in
                    KPICell(kpi, account: account, month: run.month, readings: run.library.readings, labels: labels)
                }
            },
            manager: account.owner.flatMap { run.library.configuration.people[$0] },
            roles: contact.roles.map {
                labels.inSentence(run.library.configuration.roleTitle($0, in: labels.language))
            },
            questions: run.questions(to: contact, at: account, status: status, labels: labels))
    }

    private func items(
        _ chosen: [Int], account: Account, contact: Account.Contact, steering: [String], labels: Labels
    ) -> [MessageItem] {
        let reader = ItemReader(account: account, contact: contact, steering: steering, labels: labels)
        var firstNote = 1
        return chosen.compactMap { prepared[labels.language]?[$0] }.enumerated().map { position, item in
            let values = run.texts(
                of: run.index.mergeValues[chosen[position]], account: account, contact: contact, labels: labels)
            let body = item.body.filled(values, firstNote: firstNote)
            firstNote += body.noteCount
            let asked = item.snippet.answers.compactMap { run.voices[$0] }
                .filter { $0.account == account.id && $0.state != .declined }
            return MessageItem(
                number: position + 1, title: item.title.filled { values[$0] },
                summary: item.summary.filled { values[$0] },
                reason: reason(for: item.snippet, asked: asked, to: reader), body: body,
                action: Snippet.Action(
                    label: item.label.filled { values[$0] }, url: item.url.filledAddress { values[$0] }),
                prepared: item, asked: asked)
        }
    }
}

/// The event of a snippet. It is the same for everybody who is told of it, and calendars replace it when the snippet is revised.
private func calendarEvent(_ event: Snippet.Event, of snippet: Snippet) -> CalendarEvent {
    CalendarEvent(
        date: event.date, place: event.place, id: String(sha256(Array("event:\(snippet.id)".utf8)).prefix(32)),
        sequence: max(0, snippet.revision - 1))
}
