import PlaybookContent
import PlaybookCore

/// What was sent to whom, who may get nothing, and what readers answered. A value: where it is kept is not its business.
public struct Ledger: Sendable {
    /// In any order: selection does not depend on it. So are the following.
    public let entries: [Entry]
    /// Addresses that a bounce, a complaint or the wish to get no more messages has closed.
    public let suppressions: [Suppression]
    public let answers: [Answer]

    public init(entries: [Entry], suppressions: [Suppression] = [], answers: [Answer] = []) {
        self.entries = entries
        self.suppressions = suppressions
        self.answers = answers
    }

    /// The ledger of a team that has sent nothing yet.
    public static let empty = Ledger(entries: [])

    /// What became of an item of a message.
    public enum State: String, Sendable, CaseIterable {
        /// Approved, and waiting for its slot.
        case queued
        /// About to be handed over: it may have gone out.
        case claimed
        /// The mail server took it.
        case accepted
        /// The connection broke after the content had gone: it may have gone out.
        case unknown
        /// The mail server refused it: it did not go out.
        case refused
        /// It came back.
        case bounced
        /// Not sent, for a reason.
        case skipped
        /// Replaced by a newer approval.
        case dropped

        /// True where the contact has the item, or may have it (selection.md, `SEEN`).
        public var countsAsSent: Bool { self == .claimed || self == .accepted || self == .unknown }
    }

    /// One item of one message.
    public struct Entry: Sendable, Hashable {
        public var account: String
        /// The e-mail address that it went to.
        public var contact: String
        /// The id of a snippet, which need not exist any more.
        public var snippet: String
        public var revision: Int
        /// The month that the message was for.
        public var month: YearMonth
        public var state: State
        /// The day on which it came into its state.
        public var date: CalendarDate

        public init(
            account: String, contact: String, snippet: String, revision: Int, month: YearMonth, state: State,
            date: CalendarDate
        ) {
            self.account = account
            self.contact = contact
            self.snippet = snippet
            self.revision = revision
            self.month = month
            self.state = state
            self.date = date
        }
    }
}
