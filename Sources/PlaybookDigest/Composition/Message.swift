import PlaybookCore
import PlaybookMail
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// What one contact gets: texts that are ready for templates and headers.
///
/// A class, because it has many parts, and each template that shows it would copy them all.
final class Message: Sendable {
    let account: Account
    let contact: Account.Contact
    let month: YearMonth
    let identity: MessageIdentity
    let language: String
    /// `rtl` for languages written from right to left, else `ltr`.
    let direction: String
    let labels: Labels
    let items: [MessageItem]
    let cells: [KPICell]
    let manager: Person?
    /// The contact's roles as a sentence names them.
    let roles: [String]
    let questions: [SurveyQuestion]

    /// The subject, which says what is inside: `Northwind Foods, November: nine days' warning on bearing failures, and 2 more`.
    let subject: String
    /// What an inbox shows after the subject: the summary of the first item or, if that only repeats the subject, why the reader gets the item.
    let preheader: String

    init(
        account: Account, contact: Account.Contact, month: YearMonth, identity: MessageIdentity, language: String,
        labels: Labels, items: [MessageItem], cells: [KPICell], manager: Person?, roles: [String],
        questions: [SurveyQuestion]
    ) {
        (self.account, self.contact, self.month, self.identity) = (account, contact, month, identity)
        (self.language, self.labels, self.items, self.cells) = (language, labels, items, cells)
        (self.manager, self.roles, self.questions) = (manager, roles, questions)
        direction = Self.direction(of: language)
        let subject = labels.text(
            items.count > 1 ? .subjectAndMore : .subject,
            [
                "account": account.name, "month": labels.name(of: month),
                "first": labels.continuing(items.first?.title ?? ""), "count": "\(items.count - 1)",
            ])
        self.subject = subject
        guard let first = items.first else {
            preheader = ""
            return
        }
        // A longer text cannot be in a shorter one. For most messages, that settles it.
        let mayBeIn = first.prepared.summaryLength.map { $0 <= subject.utf8.count } ?? true
        preheader = mayBeIn && letters(of: subject).contains(letters(of: first.summary)) ? first.reason : first.summary
    }

    private static func direction(of language: String) -> String {
        let base = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(base) ? "rtl" : "ltr"
    }

    /// The HTML part and the plain-text part, in UTF-8.
    func parts(company: Configuration.Company, templates: Templates, stop: String) -> (
        html: [UInt8], text: [UInt8]
    ) {
        let record = record(company, stop: stop)
        let html = templates.render("message.html", record)
        let text = wrappingLines(of: templates.render("message.txt", record.asText)) {
            Set(items.flatMap { $0.body.hasLongLines ? longLines(of: $0.body.text) : [] })
        }
        return (html, text)
    }

    /// The HTML part with classes in place of styles, for a page.
    func page(company: Configuration.Company, templates: EmailTemplates, stop: String) -> [UInt8] {
        templates.pages.render("message.html", record(company, stop: stop))
    }

    /// A calendar file for each event (RFC 6047, section 2.4).
    func calendarFiles(company: Configuration.Company, stamp: CalendarDate) -> [Mail.Attachment] {
        var names: [CalendarDate: Int] = [:]
        return items.compactMap { item in
            guard let event = item.prepared.event else { return nil }
            names[event.date, default: 0] += 1
            let number = names[event.date] ?? 1
            if let file = item.prepared.calendarFiles[stamp] {
                return number == 1 ? file : file.named(event.fileName(number))
            }
            let details = [item.summary, "\(item.action.label): \(item.action.url)"]
            return event.file(
                number, title: item.title, details: details, organizer: company.from,
                domain: company.messageIDDomain, stamp: stamp)
        }
    }

    /// What the templates of the HTML part show of the message.
    private func record(_ company: Configuration.Company, stop: String) -> MessageRecord {
        MessageRecord(
            message: self,
            company: SharedRecord(MessageRecord.Company(title: company.name, address: company.postalAddress)),
            words: SharedRecord(
                MessageWords(
                    labels: labels,
                    addressed: labels.text(.addressed, ["contact": contact.name, "company": company.name]),
                    manager: labels.text(.manager, ["company": company.name]))),
            cells: cells.map { cell in
                KPICellRecord(cell: cell, state: cell.isOnTarget.map { labels.text($0 ? .onTarget : .offTarget) })
            },
            asked: items.flatMap { item in item.asked.map { asked($0, answeredBy: item) } },
            questions: questions.map { question($0, replyTo: company.replyTo) },
            items: items.map {
                MessageRecord.Item(
                    item: $0, labels: labels, replyTo: company.replyTo, token: identity.token(ofItem: $0.number))
            },
            why: labels.text(.why, ["account": account.name, "roles": labels.listed(roles), "company": company.name]),
            stopURL: stop, replyTo: company.replyTo)
    }

    private func question(_ question: SurveyQuestion, replyTo: String) -> MessageRecord.Question {
        let token = identity.token(ofQuestion: question.number)
        let answers = question.answers.enumerated().map { index, answer in
            let link = mailtoLink(
                to: replyTo,
                subject: labels.text(.answerSubject, ["answer": answer, "topic": question.topic, "token": token]))
            return MessageRecord.Answer(text: answer, url: link, isLast: index == question.answers.count - 1)
        }
        return MessageRecord.Question(text: question.text, answers: answers)
    }

    private func asked(_ voice: VoiceRecord, answeredBy item: MessageItem) -> MessageRecord.Asked {
        let quote = shortened(voice.body.document.plainText(width: 10_000).text, to: 400)
        let date = labels.text(voice.date)
        return MessageRecord.Asked(
            quote: quote, date: date, title: item.title,
            answerBelow: labels.text(.answerBelow, ["date": date, "title": item.title]))
    }
}
