import Foundation
import PlaybookCore
import PlaybookMail
import PlaybookModel

/// Makes the mail of contacts from their selections. What is the same in all messages is made once.
struct MailMaker: Sendable {
    let run: SelectionRun
    let composer: Composer
    let company: Configuration.Company
    let sender: SenderFields
    /// The values of the header field `Date`, by the name of a time zone and the slot.
    private let dates: [String: [CalendarDate: String]]

    init(run: SelectionRun, templates: EmailTemplates) async throws(HeaderProblem) {
        let configuration = run.library.configuration
        guard let company = configuration.company else {
            throw HeaderProblem(rule: .missingCompany, message: "messages need `company`, which names the sender")
        }
        self.run = run
        self.company = company
        composer = await Composer(run: run, templates: templates)
        let language = configuration.site.language
        let labels = templates.labels(for: language, else: language)
        sender = try SenderFields(company, labels: labels)
        let names = Set(run.library.accounts.compactMap(\.timeZone) + [configuration.timeZone])
        dates = names.reduce(into: [:]) { dates, name in
            guard let zone = TimeZone(identifier: name) else { return }
            for slot in run.slots {
                dates[name, default: [:]][slot] = mailDate(slot, hour: configuration.digest.hour, in: zone)
            }
        }
    }

    /// The message of a contact for whom a selection is ready.
    func mail(
        _ contact: ContactSelection, at account: Account, status: AccountStatus, slot: CalendarDate
    ) throws(HeaderProblem) -> PrintedMessage {
        let message = composer.message(to: contact, at: account, status: status)
        let token = MessageIdentity.contactToken(account: account.id, contact: contact.contact.email)
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
        fields += [sender.autoSubmitted, try HeaderField("Content-Language", tokens: [language(of: message)])]
        let stop = composer.stopLink(token, message.labels)
        let parts = message.parts(
            company: company, templates: composer.templates(for: message.labels), stop: stop)
        let mail = Mail(
            fields: fields, text: parts.text, html: parts.html,
            attachments: message.calendarFiles(company: company, stamp: slot),
            boundaryToken: message.identity.shortToken)
        let place = Place(file: account.place)
        return PrintedMessage(
            mail: mail, html: parts.html, subject: message.subject, id: id,
            diagnostics: sizeDiagnostics(parts.html.count, to: contact.contact.email, at: place),
            reasons: message.items.map(\.reason),
            path: messagePath(to: contact.contact.email, at: account.id))
    }

    private func date(_ slot: CalendarDate, of account: Account) throws(HeaderProblem) -> String {
        let name = account.timeZone ?? run.library.configuration.timeZone
        guard let date = dates[name]?[slot] else {
            throw .invalid(name, in: "Date", expected: "there is no such time zone")
        }
        return date
    }

    private func language(of message: Message) throws(HeaderProblem) -> String {
        guard isLanguageTag(message.language) else {
            throw .invalid(message.language, in: "Content-Language", expected: "it takes a language such as `en`")
        }
        return message.language
    }
}

/// A message that can be written.
struct PrintedMessage: Sendable {
    /// The message, which is encoded when it is written.
    let mail: Mail
    /// Its HTML part.
    let html: [UInt8]
    let subject: String
    let id: String
    let diagnostics: [Diagnostic]
    /// Why the reader gets each item, in the order in which the message shows them.
    let reasons: [String]
    /// The path below the month's folder, without `.eml`.
    let path: String
}

extension Account {
    /// The place that findings about the account name.
    var place: String { "accounts/\(id).yml" }
}
