import PlaybookCore
import PlaybookMail
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// What one contact gets: texts that are ready for templates and headers.
struct Message: Sendable {
    let account: Account
    let contact: Account.Contact
    let month: YearMonth
    let identity: MessageIdentity
    let language: String
    let labels: Labels
    let items: [MessageItem]
    let cells: [KPICell]
    let manager: Person?
    /// The contact's roles as a sentence names them.
    let roles: [String]
    let questions: [SurveyQuestion]

    /// What is inside, for an inbox: `Northwind Foods, November: nine days' warning on bearing failures, and 2 more`.
    let subject: String
    /// What an inbox shows after the subject: what the first item says. Where that is its title again, why the reader
    /// gets it.
    let preheader: String

    init(
        account: Account, contact: Account.Contact, month: YearMonth, identity: MessageIdentity, language: String,
        labels: Labels, items: [MessageItem], cells: [KPICell], manager: Person?, roles: [String],
        questions: [SurveyQuestion]
    ) {
        (self.account, self.contact, self.month, self.identity) = (account, contact, month, identity)
        (self.language, self.labels, self.items, self.cells) = (language, labels, items, cells)
        (self.manager, self.roles, self.questions) = (manager, roles, questions)
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
        // A longer text is not in a shorter one: with most messages that ends it.
        let mayBeIn = first.prepared.summaryLength.map { $0 <= subject.utf8.count } ?? true
        preheader = mayBeIn && letters(of: subject).contains(letters(of: first.summary)) ? first.reason : first.summary
    }

    /// `rtl` for languages written from right to left, else `ltr`.
    var direction: String {
        let base = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(base) ? "rtl" : "ltr"
    }

    /// The HTML part and the plain-text part, in UTF-8.
    func parts(company: Configuration.Company, templates: EmailTemplates, stop: String) -> (
        html: [UInt8], text: [UInt8]
    ) {
        var values = values(company, stop: stop)
        var own = items.map { $0.values(identity: identity, replyTo: company.replyTo, labels: labels) }
        func render(_ name: String, _ body: KeyPath<CustomerBody, [UInt8]>) -> [UInt8] {
            // Or each item would be copied before it is changed.
            values["items"] = .missing
            for (index, item) in items.enumerated() {
                own[index]["body"] = .text(String(decoding: item.body[keyPath: body], as: UTF8.self))
            }
            values["items"] = .list(own)
            return templates.templates.render(name, values)
        }
        let html = render("message.html", \.html)
        let text = wrappingLines(of: render("message.txt", \.text)) {
            Set(items.flatMap { longLines(of: $0.body.text) })
        }
        return (html, text)
    }

    /// The HTML part with classes in place of styles, for a page.
    func page(company: Configuration.Company, templates: EmailTemplates, stop: String) -> [UInt8] {
        var values = values(company, stop: stop)
        values["items"] = .list(
            items.map { item in
                var own = item.values(identity: identity, replyTo: company.replyTo, labels: labels)
                own["body"] = .text(String(decoding: item.body.html, as: UTF8.self))
                return own
            })
        return templates.pages.render("message.html", values)
    }

    /// A calendar file for each event (RFC 6047, section 2.4).
    func calendarFiles(company: Configuration.Company, stamp: CalendarDate) -> [Mail.Attachment] {
        var names: [CalendarDate: Int] = [:]
        return items.compactMap { item in
            guard let event = item.prepared.event else { return nil }
            names[event.date, default: 0] += 1
            let number = names[event.date] ?? 1
            if number == 1, let file = item.prepared.calendarFiles[stamp] { return file }
            let details = [item.summary, "\(item.action.label): \(item.action.url)"]
            return event.file(
                number, title: item.title, details: details, organizer: company.from,
                domain: company.messageIDDomain, stamp: stamp)
        }
    }

    /// The values of a message but for its items.
    private func values(_ company: Configuration.Company, stop: String) -> [String: TemplateValue] {
        let kpis = cells.map { $0.values(labels) }
        let asked = items.flatMap { item in item.asked.map { askedValues($0, answeredBy: item) } }
        var manager = TemplateValue.missing
        if let person = self.manager {
            manager = .object(["name": .text(person.name), "email": .optional(person.email)])
        }
        return [
            "language": .text(language), "dir": .text(direction), "subject": .text(subject),
            "preheader": .text(preheader), "account": .object(["name": .text(account.name)]),
            "contact": .object(["name": .text(contact.name)]), "month": .text(labels.text(month)),
            "company": .object(["name": .text(company.name), "postal_address": .text(company.postalAddress)]),
            "kpis": .list(kpis), "kpi_rows": .list(rows(of: kpis)), "has_kpis": .flag(!kpis.isEmpty),
            "asked": .list(asked), "has_asked": .flag(!asked.isEmpty),
            "questions": .list(questions.map { questionValues($0, replyTo: company.replyTo) }),
            "questions_heading": questions.isEmpty
                ? .missing : .text(labels.text(questions.count == 1 ? .oneQuestion : .twoQuestions)),
            "words": .object(words(company)),
            "manager": manager, "why": .text(why(company)), "stop_url": .text(stop),
            "reply_to": .text(company.replyTo),
        ]
    }

    private func why(_ company: Configuration.Company) -> String {
        labels.text(.why, ["account": account.name, "roles": labels.listed(roles), "company": company.name])
    }

    /// The words of the templates themselves, in the message's language.
    private func words(_ company: Configuration.Company) -> [String: TemplateValue] {
        let names: [LabelName] = [
            .yourKPIs, .askedHeading, .when, .where, .calendarFile, .reply, .useful, .notForUs, .or, .replies, .toStop,
            .unsubscribe,
        ]
        var words = names.reduce(into: [:]) { $0[$1.rawValue] = TemplateValue.text(labels.text($1)) }
        words["addressed"] = .text(labels.text(.addressed, ["contact": contact.name, "company": company.name]))
        words["manager"] = .text(labels.text(.manager, ["company": company.name]))
        return words
    }

    private func questionValues(_ question: SurveyQuestion, replyTo: String) -> [String: TemplateValue] {
        let token = identity.token(ofQuestion: question.number)
        let answers = question.answers.enumerated().map { index, answer -> [String: TemplateValue] in
            let link = mailtoLink(
                to: replyTo,
                subject: labels.text(.answerSubject, ["answer": answer, "topic": question.topic, "token": token]))
            return ["text": .text(answer), "url": .text(link), "is_last": .flag(index == question.answers.count - 1)]
        }
        return ["text": .text(question.text), "answers": .list(answers)]
    }

    /// Cells in rows of at most three; a last row is filled up.
    private func rows(of cells: [[String: TemplateValue]]) -> [[String: TemplateValue]] {
        stride(from: 0, to: cells.count, by: 3).map { start in
            let row = cells[start..<min(start + 3, cells.count)]
            return ["cells": .list(row + Array(repeating: KPICell.blank, count: 3 - row.count))]
        }
    }

    private func askedValues(_ voice: VoiceRecord, answeredBy item: MessageItem) -> [String: TemplateValue] {
        let quote = shortened(voice.body.document.plainText(width: 10_000).text, to: 400)
        let date = labels.text(voice.date)
        return [
            "quote": .text(quote), "date": .text(date), "title": .text(item.title),
            "answer_below": .text(labels.text(.answerBelow, ["date": date, "title": item.title])),
        ]
    }
}
