import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite

extension MonthPlan {
    /// Prepares the digests of a month for the pages of the site, which colleagues read.
    ///
    /// - Parameter pages: the messages as they will look; nil to show none.
    package init(_ digests: Digests, month: YearMonth, library: Library, asOf: CalendarDate, pages: MessagePages?) {
        var accounts: [String: Account] = [:]
        var readers: [String: [Reader]] = [:]
        let owners = AddressOwners(library.accounts)
        for account in digests.accounts {
            let selection = account.selection
            let contacts = selection.contacts.enumerated().map { place, contact -> Contact in
                let message = account.messages[place]
                for item in message?.items ?? [] {
                    readers[library.snippets[item.snippet].id, default: []].append(
                        Reader(account: selection.account.id, contact: contact.contact.name, reason: item.reason))
                }
                return Contact(
                    name: contact.contact.name, email: contact.contact.email, status: contact.status.title,
                    why: account.why[place], message: message.map { Message($0, library.snippets) },
                    suppression: contact.suppression?.explanation,
                    timing: Timing(contact, slot: selection.slot, rules: library.configuration.digest),
                    alsoAt: owners.others(of: contact.contact.email, than: selection.account).map(\.name))
            }
            accounts[selection.account.id] = Account(
                status: selection.title, slot: selection.slot,
                next: selection.account.nextSlot(from: asOf, configuration: library.configuration), contacts: contacts)
        }
        let uses = library.snippets.enumerated().map { index, snippet in
            let counts = digests.tally.counts(of: index).map { (why: $0.reason.explanation, contacts: $0.readers) }
            return (snippet.id, SnippetUse(readers: readers[snippet.id] ?? [], others: counts))
        }
        self.init(
            month: month, accounts: accounts, snippets: Dictionary(uses) { first, _ in first },
            pages: pages.map { pages in
                Pages(styles: pages.styles) { pages.page(account: $0, email: $1, head: $2) }
            })
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
    fileprivate init(_ message: WrittenMessage, _ snippets: [Snippet]) {
        let items = message.items.map { item in
            MonthPlan.Item(
                snippet: snippets[item.snippet].id, title: snippets[item.snippet].title, reason: item.reason,
                points: item.total)
        }
        self.init(subject: message.subject, items: items)
    }
}
