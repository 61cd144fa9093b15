import PlaybookCore
import PlaybookModel

/// What was sent to whom, who may get nothing, and what readers answered. A value: where it is kept is not its business.
package struct Ledger: Sendable {
    /// In any order: selection does not depend on it. So are the following.
    package let entries: [Entry]
    /// Addresses that a bounce, a complaint or the wish to get no more messages has closed.
    package let suppressions: [Suppression]
    package let answers: [Answer]

    package init(entries: [Entry], suppressions: [Suppression] = [], answers: [Answer] = []) {
        self.entries = entries
        self.suppressions = suppressions
        self.answers = answers
    }

    /// The ledger of a team that has sent nothing yet.
    package static let empty = Ledger(entries: [])

    /// What became of an item of a message.
    package enum State: String, Sendable, CaseIterable {
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
        package var countsAsSent: Bool { self == .claimed || self == .accepted || self == .unknown }
    }

    /// One item of one message.
    package struct Entry: Sendable, Hashable {
        package var account: String
        /// The e-mail address that it went to.
        package var contact: String
        /// The id of a snippet, which need not exist any more.
        package var snippet: String
        package var revision: Int
        /// The month that the message was for.
        package var month: YearMonth
        package var state: State
        /// The day on which it came into its state.
        package var date: CalendarDate

        package init(
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
