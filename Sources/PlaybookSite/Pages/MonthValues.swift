import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension PageValues {
    /// What goes out to an account this month, to whom and why, and why others get nothing.
    func monthValues(of account: Account, folder: String) -> TemplateValue {
        guard let plan, let month = plan.accounts[account.id] else { return .missing }
        let contacts = month.contacts.map { contact -> [String: TemplateValue] in
            var values: [String: TemplateValue] = [
                "name": .text(contact.name), "status": .text(contact.status), "why": .optional(contact.why),
                "message": .missing, "timing": .optional(contact.timing.map(text)),
            ]
            if let message = contact.message {
                let key = MessagePreviews.Key(account: account.id, email: contact.email)
                values["message"] = .object([
                    "subject": .text(message.subject),
                    "href": .optional(previewFolder(key).map { address(from: folder, toPage: $0) }),
                    "items": .list(message.items.map { item($0, from: folder) }),
                ])
            }
            return values
        }
        return .object([
            "title": .text("\(plan.month.englishName) \(plan.month.year)"), "status": .text(month.status),
            "slot": .optional(month.slot.map(longDate)), "next": .optional(month.next.map(longDate)),
            "contacts": .list(contacts), "has_contacts": .flag(!contacts.isEmpty),
        ])
    }

    private func text(_ timing: MonthPlan.Timing) -> String {
        switch timing {
        case .late(let day): "Late: a message can still go out until \(longDate(day))."
        case .missed(let day): "Missed: a message could go out until \(longDate(day))."
        }
    }

    private func item(_ item: MonthPlan.Item, from folder: String) -> [String: TemplateValue] {
        [
            "title": .text(item.title),
            "href": .text(address(from: folder, toPage: shelves.folder(.snippets, item.snippet))),
            "reason": .text(item.reason), "points": "\(item.points)",
        ]
    }

    /// Who gets a snippet this month, and what keeps it from others.
    func useValues(of snippet: Snippet, folder: String) -> TemplateValue {
        guard library.configuration.site.accounts, let plan, let use = plan.snippets[snippet.id] else {
            return .missing
        }
        let readers = use.readers.map { reader -> [String: TemplateValue] in
            [
                "account": .text(library.account(reader.account)?.name ?? reader.account),
                "href": .text(address(from: folder, toPage: shelves.folder(.accounts, reader.account))),
                "contact": .text(reader.contact), "reason": .text(reader.reason),
            ]
        }
        let shown = readers.prefix(Self.readersShown)
        return .object([
            "month": .text("\(plan.month.englishName) \(plan.month.year)"), "readers": .list(Array(shown)),
            "has_readers": .flag(!readers.isEmpty),
            "more": .optional(readers.count > shown.count ? "and \(readers.count - shown.count) more" : nil),
            "others": .list(
                use.others.map { ["why": .text($0.why), "count": .text(counted($0.contacts, "contact"))] }),
            "has_others": .flag(!use.others.isEmpty),
        ])
    }

    /// More names than this say no more about a snippet.
    private static let readersShown = 50

    /// The folder of the page that shows a message, below its account's; nil where there is none.
    func previewFolder(_ key: MessagePreviews.Key) -> String? {
        previews.name(of: key).map { shelves.folder(.accounts, key.account) + "/" + $0 }
    }
}
