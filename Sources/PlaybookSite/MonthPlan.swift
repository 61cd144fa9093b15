import PlaybookCore

/// What goes to customers in a month, as the site shows it to colleagues. Plain values: the site knows nothing of how messages are
/// selected or written.
public struct MonthPlan: Sendable {
    public var month: YearMonth
    /// By the account's id.
    public var accounts: [String: Account]
    /// By the snippet's id.
    public var snippets: [String: SnippetUse]

    public init(month: YearMonth, accounts: [String: Account], snippets: [String: SnippetUse]) {
        (self.month, self.accounts, self.snippets) = (month, accounts, snippets)
    }

    public struct Account: Sendable {
        /// Such as `due`, `not due` or `held (escalation)`.
        public var status: String
        /// The day of the month's messages.
        public var slot: CalendarDate?
        /// The next day on which the account is due, from today on.
        public var next: CalendarDate?
        /// In the order of the account's file.
        public var contacts: [Contact]

        public init(status: String, slot: CalendarDate?, next: CalendarDate?, contacts: [Contact]) {
            (self.status, self.slot, self.next, self.contacts) = (status, slot, next, contacts)
        }
    }

    public struct Contact: Sendable {
        public var name: String
        public var email: String
        /// Such as `ready` or `withheld`.
        public var status: String
        /// Why there is no message, in one sentence.
        public var why: String?
        public var message: Message?
        /// Such as `unsubscribed`, for somebody to whom nobody may write.
        public var suppression: String?
        /// Nil while it is in time.
        public var timing: Timing?
        /// The names of other accounts with this address.
        public var alsoAt: [String]

        public init(
            name: String, email: String, status: String, why: String?, message: Message?, suppression: String? = nil,
            timing: Timing? = nil, alsoAt: [String] = []
        ) {
            (self.name, self.email, self.status, self.why, self.message) = (name, email, status, why, message)
            (self.suppression, self.timing, self.alsoAt) = (suppression, timing, alsoAt)
        }
    }

    /// That the slot of a message has gone by.
    public enum Timing: Sendable, Hashable {
        /// It can still go out until a day.
        case late(until: CalendarDate)
        /// It could until a day.
        case missed(since: CalendarDate)
    }

    public struct Message: Sendable {
        public var subject: String
        /// The HTML part, a whole document with styles on its elements.
        public var html: String
        public var items: [Item]

        public init(subject: String, html: String, items: [Item]) {
            (self.subject, self.html, self.items) = (subject, html, items)
        }
    }

    public struct Item: Sendable {
        /// The snippet's id.
        public var snippet: String
        public var title: String
        /// Why the reader gets it, in their terms.
        public var reason: String
        public var points: Int

        public init(snippet: String, title: String, reason: String, points: Int) {
            (self.snippet, self.title, self.reason, self.points) = (snippet, title, reason, points)
        }
    }

    /// Who gets a snippet, and why others do not.
    public struct SnippetUse: Sendable {
        public var readers: [Reader]
        /// How many contacts of accounts that are due do not get it, by what keeps it from them, in the order of the rules.
        public var others: [(why: String, contacts: Int)]

        public init(readers: [Reader] = [], others: [(why: String, contacts: Int)] = []) {
            (self.readers, self.others) = (readers, others)
        }
    }

    public struct Reader: Sendable {
        /// The account's id.
        public var account: String
        public var contact: String
        /// Why they get it, in their terms.
        public var reason: String

        public init(account: String, contact: String, reason: String) {
            (self.account, self.contact, self.reason) = (account, contact, reason)
        }
    }
}
