import PlaybookCore

/// What goes to customers in a month, as the site shows it to colleagues. It consists of plain values, because the
/// site does not know how messages are selected or written.
package struct MonthPlan: Sendable {
    package var month: YearMonth
    /// By the account's id.
    package var accounts: [String: Account]
    /// By the snippet's id.
    package var snippets: [String: SnippetUse]
    /// Nil if messages are not shown as they will look.
    package var pages: Pages?

    package init(month: YearMonth, accounts: [String: Account], snippets: [String: SnippetUse], pages: Pages? = nil) {
        (self.month, self.accounts, self.snippets, self.pages) = (month, accounts, snippets, pages)
    }

    /// The messages as they will look, each made when it is written.
    package struct Pages: Sendable {
        /// The style sheet that they share.
        package var styles: [UInt8]
        /// The whole document of a contact's message, by the account's id and the contact's address. It has classes of the style sheet, and
        /// `head` in its head. Nil if there is no message.
        package var page: @Sendable (_ account: String, _ email: String, _ head: [UInt8]) -> [UInt8]?

        package init(
            styles: [UInt8],
            page: @escaping @Sendable (_ account: String, _ email: String, _ head: [UInt8]) -> [UInt8]?
        ) {
            (self.styles, self.page) = (styles, page)
        }
    }

    /// What goes to an account.
    package struct Account: Sendable {
        /// The account's status in words, such as `due`, `not due` or `held (escalation)`.
        package var status: String
        /// The day of the month's messages.
        package var slot: CalendarDate?
        /// The next day on which the account is due, from today on.
        package var next: CalendarDate?
        /// In the order of the account's file.
        package var contacts: [Contact]

        package init(status: String, slot: CalendarDate?, next: CalendarDate?, contacts: [Contact]) {
            (self.status, self.slot, self.next, self.contacts) = (status, slot, next, contacts)
        }
    }

    /// What goes to a contact, or why nothing does.
    package struct Contact: Sendable {
        package var name: String
        package var email: String
        /// The contact's status in words, such as `ready` or `withheld`.
        package var status: String
        /// Why there is no message, in one sentence; nil if there is one.
        package var why: String?
        package var message: Message?
        /// Why nobody may write to them, such as `unsubscribed`; nil if they may get mail.
        package var suppression: String?
        /// Nil while the message is on time.
        package var timing: Timing?
        /// The names of other accounts with this address.
        package var alsoAt: [String]

        package init(
            name: String, email: String, status: String, why: String?, message: Message?, suppression: String? = nil,
            timing: Timing? = nil, alsoAt: [String] = []
        ) {
            (self.name, self.email, self.status, self.why, self.message) = (name, email, status, why, message)
            (self.suppression, self.timing, self.alsoAt) = (suppression, timing, alsoAt)
        }
    }

    /// What has become of a message whose slot has passed.
    package enum Timing: Sendable, Hashable {
        /// The message can still go out, up to and including a day.
        case late(until: CalendarDate)
        /// The message can no longer go out; it could until this day.
        case missed(since: CalendarDate)
    }

    /// A message to a contact.
    package struct Message: Sendable {
        package var subject: String
        package var items: [Item]

        package init(subject: String, items: [Item]) { (self.subject, self.items) = (subject, items) }
    }

    /// A snippet in a message.
    package struct Item: Sendable {
        /// The snippet's id.
        package var snippet: String
        package var title: String
        /// Why the reader gets it, in words for the reader.
        package var reason: String
        package var points: Int

        package init(snippet: String, title: String, reason: String, points: Int) {
            (self.snippet, self.title, self.reason, self.points) = (snippet, title, reason, points)
        }
    }

    /// Who gets a snippet, and why others do not.
    package struct SnippetUse: Sendable {
        package var readers: [Reader]
        /// How many contacts of due accounts do not get it, by reason, in the order of the filters.
        package var others: [(why: String, contacts: Int)]

        package init(readers: [Reader] = [], others: [(why: String, contacts: Int)] = []) {
            (self.readers, self.others) = (readers, others)
        }
    }

    /// A contact who gets a snippet.
    package struct Reader: Sendable {
        /// The account's id.
        package var account: String
        package var contact: String
        /// Why they get it, in words for the reader.
        package var reason: String

        package init(account: String, contact: String, reason: String) {
            (self.account, self.contact, self.reason) = (account, contact, reason)
        }
    }
}
