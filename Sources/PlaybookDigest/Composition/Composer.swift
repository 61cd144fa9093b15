import PlaybookCore
import PlaybookMail
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// Makes the message of a contact for whom a selection is ready.
///
/// A class, so that all cores read the same data without copying it.
final class Composer: Sendable {
    let run: SelectionRun
    let templates: EmailTemplates
    /// Prepared items, by language and then by the snippet's number; nil for snippets that no message of the month can have.
    private let prepared: [String: [PreparedItem?]]
    /// The templates of messages, by language of labels, with everything in them that is the same in each message of the language.
    private let known: [String: Templates]
    /// The links that stop the messages, by language of labels.
    private let stopLinks: [String: TokenLink]

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
        known = all.mapValues { labels in
            templates.templates.knowing(MessageRecord.known(labels, configuration.company, run.month))
        }
        stopLinks =
            configuration.company.map { company in
                all.mapValues { labels in TokenLink { company.stopLink($0, labels) } }
            } ?? [:]
    }

    /// The link with which a reader of these labels stops the messages.
    ///
    /// - Parameter token: names the contact to whoever reads the mail.
    func stopLink(_ token: String, _ labels: Labels) -> String { stopLinks[labels.language]?.with(token) ?? "" }

    /// The templates of messages with these labels.
    func templates(for labels: Labels) -> Templates { known[labels.language] ?? templates.templates }

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
        let reader = reader(contact, at: account, steering: steering, labels: labels)
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
