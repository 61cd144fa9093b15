import PlaybookCore
import PlaybookModel

extension PageBuilder {
    /// The messages to an account this month, to whom they go and why, and why other contacts get none. Nil if the
    /// month is not known.
    func month(of account: Account, folder: String) -> MonthRecord? {
        guard let plan, let month = plan.accounts[account.id] else { return nil }
        let contacts = month.contacts.map { contact in
            let key = MessagePreviews.Key(account: account.id, email: contact.email)
            let message = contact.message.map { message in
                MonthRecord.Message(
                    subject: message.subject, href: previewFolder(key).map { address(from: folder, toPage: $0) },
                    items: message.items.map { item($0, from: folder) })
            }
            return MonthRecord.Contact(
                name: contact.name, status: contact.status, why: contact.why, timing: contact.timing.map(text),
                message: message)
        }
        return MonthRecord(
            title: "\(plan.month.englishName) \(plan.month.year)", status: month.status,
            slot: month.slot.map(longDate), next: month.next.map(longDate), contacts: contacts)
    }

    private func text(_ timing: MonthPlan.Timing) -> String {
        switch timing {
        case .late(let day): "Late: a message can still go out until \(longDate(day))."
        case .missed(let day): "Missed: a message could go out until \(longDate(day))."
        }
    }

    private func item(_ item: MonthPlan.Item, from folder: String) -> MonthRecord.Item {
        MonthRecord.Item(
            link: LinkRecord(
                title: item.title, href: address(from: folder, toPage: shelves.folder(.snippets, item.snippet))),
            reason: item.reason, points: item.points)
    }

    /// Who gets a snippet this month, and why others do not. Nil if that is not known or not shown.
    func use(of snippet: Snippet, folder: String) -> SnippetRecord.Use? {
        guard library.configuration.site.accounts, let plan, let use = plan.snippets[snippet.id] else { return nil }
        let shown = use.readers.prefix(Self.readersShown)
        return SnippetRecord.Use(
            month: "\(plan.month.englishName) \(plan.month.year)",
            readers: shown.map { reader in
                SnippetRecord.Reader(
                    account: LinkRecord(
                        title: library.account(reader.account)?.name ?? reader.account,
                        href: address(from: folder, toPage: shelves.folder(.accounts, reader.account))),
                    contact: reader.contact, reason: reader.reason)
            },
            more: use.readers.count > shown.count ? "and \(use.readers.count - shown.count) more" : nil,
            others: use.others.map { SnippetRecord.Other(why: $0.why, count: counted($0.contacts, "contact")) })
    }

    /// The most readers that are named. More names add nothing.
    private static let readersShown = 50

    /// The folder of the page that shows a message, below the folder of its account; nil if there is no such page.
    func previewFolder(_ key: MessagePreviews.Key) -> String? {
        previews.name(of: key).map { shelves.folder(.accounts, key.account) + "/" + $0 }
    }
}
