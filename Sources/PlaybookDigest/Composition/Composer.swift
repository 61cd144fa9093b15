import PlaybookContent
import PlaybookCore
import PlaybookMarkup

/// Makes the message of a contact for whom a selection is ready.
struct Composer: Sendable {
    let run: SelectionRun
    let templates: EmailTemplates

    func message(to selected: ContactSelection, at account: Account) -> Message {
        let library = run.library
        let configuration = library.configuration
        let contact = selected.contact
        let language = account.language ?? configuration.site.language
        let labels = Labels.of(language: language)
        let snippets = selected.chosen.map { library.snippets[selected.candidates[$0].snippet] }
        return Message(
            account: account, contact: contact, month: run.month,
            identity: MessageIdentity(
                account: account.id, contact: contact.email, month: run.month,
                items: snippets.map { ($0.id, $0.revision) }),
            language: language, labels: labels,
            items: items(snippets, account: account, contact: contact, labels: labels),
            cells: account.steering(contact).compactMap { configuration.kpi($0) }.compactMap { kpi in
                KPICell(kpi, account: account, month: run.month, readings: library.readings, labels: labels)
            },
            manager: account.owner.flatMap { configuration.people[$0] },
            roles: contact.roles.map { labels.inSentence(configuration.roles.title($0)) })
    }

    private func items(
        _ snippets: [Snippet], account: Account, contact: Account.Contact, labels: Labels
    ) -> [MessageItem] {
        let reasons = ItemReason(
            library: run.library, account: account, contact: contact, month: run.month, labels: labels)
        var firstNote = 1
        return snippets.enumerated().map { index, snippet in
            let values = mergeValues(
                Set(snippet.mergeFieldNames), account: account, contact: contact, month: run.month, library: run.library
            )
            let body = CustomerBody(
                snippet.body, values: values, attributes: templates.bodyAttributes, firstNote: firstNote)
            firstNote += body.noteCount
            let asked = snippet.answers.compactMap { run.voices[$0] }
                .filter { $0.account == account.id && $0.state != .declined }
            return MessageItem(
                number: index + 1, title: filling(snippet.title, with: values),
                summary: filling(snippet.summary, with: values), reason: reasons.text(for: snippet, asked: asked),
                body: body,
                action: Snippet.Action(
                    label: filling(snippet.action.label, with: values),
                    url: filling(address: snippet.action.url, with: values)),
                event: snippet.event, source: snippet.evidence?.source ?? "", asked: asked)
        }
    }
}
