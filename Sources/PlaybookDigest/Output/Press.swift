import Foundation
import PlaybookCore
import PlaybookMail
import PlaybookModel

/// Turns accounts into files, with everything worked out that is the same for all messages.
struct Press: Sendable {
    let run: SelectionRun
    let composer: Composer
    let sender: Sender
    let company: Configuration.Company
    private let zones: [String: TimeZone]

    init(run: SelectionRun, templates: EmailTemplates) throws(HeaderProblem) {
        let configuration = run.library.configuration
        guard let company = configuration.company else {
            throw HeaderProblem(rule: .missingCompany, message: "messages need `company`: who writes, and from where")
        }
        self.run = run
        self.company = company
        composer = Composer(run: run, templates: templates)
        let language = configuration.site.language
        let labels = templates.labels(for: language, else: language)
        sender = try Sender(
            from: company.from, replyTo: company.replyTo, domain: company.messageIDDomain,
            mailto: company.unsubscribe.mailto, https: company.unsubscribe.https,
            listName: labels.text(.listName, ["company": company.name]))
        // Made once: finding a zone's rules costs more than a message.
        let names = Set(run.library.accounts.compactMap(\.timeZone) + [configuration.timeZone])
        zones = names.reduce(into: [:]) { $0[$1] = TimeZone(identifier: $1) }
    }

    func printed(_ account: Account) -> AccountDigests {
        let selection = run.selection(of: account)
        var result = AccountDigests(selection: selection)
        for contact in selection.contacts {
            guard contact.status == .ready, let slot = selection.slot else {
                let why = advice(for: contact, at: selection, library: run.library) ?? contact.explanation
                result.skip(contact, why: why)
                continue
            }
            do throws(HeaderProblem) {
                try result.add(
                    printed(contact, at: account, status: selection.status, slot: slot), of: contact)
            } catch {
                result.diagnostics.append(error.diagnostic(at: account.place, to: contact.contact.email))
                result.skip(contact, why: error.message)
            }
        }
        return result
    }

    private func printed(
        _ contact: ContactSelection, at account: Account, status: AccountStatus, slot: CalendarDate
    ) throws(HeaderProblem) -> PrintedMessage {
        let message = composer.message(to: contact, at: account, status: status)
        let token = MessageIdentity.contactToken(account: account.id, contact: contact.contact.email)
        let stop = mailtoLink(
            to: company.unsubscribe.mailto, subject: message.labels.text(.stopSubject, ["token": token]))
        let id = "<\(message.identity.token)@\(company.messageIDDomain)>"
        var fields = [
            try HeaderField("Date", tokens: [date(slot, of: account)]),
            sender.from,
            sender.replyTo,
            try HeaderField("To", mailbox: Mailbox(name: contact.contact.name, email: contact.contact.email)),
            try HeaderField("Subject", text: message.subject),
            try HeaderField("Message-ID", tokens: [id]),
            sender.listID,
        ]
        fields += try sender.unsubscribeFields(token: token)
        fields += [
            try HeaderField("Auto-Submitted", tokens: ["auto-generated"]),
            try HeaderField("Content-Language", tokens: [language(of: message)]),
        ]
        let html = message.html(company: company, templates: composer.templates, stop: stop)
        let text = message.text(company: company, templates: composer.templates, stop: stop)
        let mail = Mail(
            fields: fields, text: text, html: html,
            attachments: message.calendarFiles(company: company, stamp: slot),
            boundaryToken: message.identity.token)
        let place = Place(file: account.place)
        let path = "\(safeName(account.id))/\(safeName(contact.contact.email))"
        return PrintedMessage(
            bytes: mail.bytes, html: html, text: text, subject: message.subject, id: id,
            diagnostics: sizeDiagnostics(html.utf8.count, to: contact.contact.email, at: place),
            items: contact.chosen.enumerated().map { position, index in
                let candidate = contact.candidates[index]
                return PrintedMessage.Item(
                    snippet: run.library.snippets[candidate.snippet], candidate: candidate,
                    reason: message.items[position].reason)
            },
            path: path + ".eml", htmlPath: path + ".html", textPath: path + ".txt", month: run.month)
    }

    private func date(_ slot: CalendarDate, of account: Account) throws(HeaderProblem) -> String {
        let configuration = run.library.configuration
        let name = account.timeZone ?? configuration.timeZone
        guard let zone = zones[name] else { throw .invalid(name, in: "Date", expected: "there is no such time zone") }
        return mailDate(slot, hour: configuration.digest.hour, in: zone)
    }

    private func language(of message: Message) throws(HeaderProblem) -> String {
        guard isLanguageTag(message.language) else {
            throw .invalid(message.language, in: "Content-Language", expected: "it takes a language such as `en`")
        }
        return message.language
    }
}

extension Account {
    /// Where findings about the account are said to be.
    fileprivate var place: String { "accounts/\(id).yml" }
}
