import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite

extension MonthPlan {
    /// The digests of a month in the form in which the site shows them to colleagues.
    init(_ digests: Digests, month: YearMonth, library: Library, asOf: CalendarDate) {
        var accounts: [String: Account] = [:]
        var readers: [String: [Reader]] = [:]
        var others: [String: [Reason: Int]] = [:]
        let owners = AddressOwners(library.accounts)
        for account in digests.accounts {
            let selection = account.selection
            let contacts = selection.contacts.map { contact -> Contact in
                let message = account.messages[contact.contact.email]
                for item in message?.items ?? [] {
                    readers[item.snippet.id, default: []].append(
                        Reader(account: selection.account.id, contact: contact.contact.name, reason: item.reason))
                }
                for candidate in contact.candidates {
                    guard let reason = candidate.reason else { continue }
                    others[library.snippets[candidate.snippet].id, default: [:]][reason, default: 0] += 1
                }
                return Contact(
                    name: contact.contact.name, email: contact.contact.email, status: contact.status.title,
                    why: account.why[contact.contact.email], message: message.map(Message.init),
                    suppression: contact.suppression?.explanation,
                    timing: Timing(contact, slot: selection.slot, rules: library.configuration.digest),
                    alsoAt: owners.others(of: contact.contact.email, than: selection.account).map(\.name))
            }
            accounts[selection.account.id] = Account(
                status: selection.title, slot: selection.slot,
                next: selection.account.nextSlot(from: asOf, configuration: library.configuration), contacts: contacts)
        }
        let uses = library.snippets.map { snippet in
            let counts = Reason.allCases.compactMap { reason in
                others[snippet.id]?[reason].map { (why: reason.explanation, contacts: $0) }
            }
            return (snippet.id, SnippetUse(readers: readers[snippet.id] ?? [], others: counts))
        }
        self.init(month: month, accounts: accounts, snippets: Dictionary(uses) { first, _ in first })
    }
}

extension MonthPlan.Timing {
    fileprivate init?(_ contact: ContactSelection, slot: CalendarDate?, rules: DigestRules) {
        guard let timing = contact.timing, let slot else { return nil }
        let last = slot.adding(days: rules.catchUpDays)
        self = timing == .late ? .late(until: last) : .missed(since: last)
    }
}

extension MonthPlan.Message {
    fileprivate init(_ message: PrintedMessage) {
        let items = message.items.map { item in
            MonthPlan.Item(
                snippet: item.snippet.id, title: item.snippet.title, reason: item.reason, points: item.candidate.total)
        }
        self.init(subject: message.subject, html: message.html, items: items)
    }
}
