import PlaybookCore
import PlaybookModel

/// What was sent to whom, who may get nothing, and what readers answered. It is a value, which does not know where it
/// is stored.
package struct Ledger: Sendable {
    /// In any order, because selection does not depend on it. The same holds for the other lists.
    package let entries: [Entry]
    /// Addresses that are closed because of a bounce, a complaint or the wish to get no more messages.
    package let suppressions: [Suppression]
    package let answers: [Answer]

    package init(entries: [Entry], suppressions: [Suppression] = [], answers: [Answer] = []) {
        self.entries = entries
        self.suppressions = suppressions
        self.answers = answers
    }

    /// The ledger of a team that has not sent anything yet.
    package static let empty = Ledger(entries: [])

    /// The state of an item of a message.
    package enum State: String, Sendable, CaseIterable {
        /// Approved, and waiting for its slot.
        case queued
        /// About to be handed to the mail server: it may have gone out.
        case claimed
        /// The mail server accepted it.
        case accepted
        /// The connection broke after the message was transmitted: it may have gone out.
        case unknown
        /// The mail server refused it: it did not go out.
        case refused
        /// It came back.
        case bounced
        /// Not sent, for a reason.
        case skipped
        /// Replaced by a newer approval.
        case dropped

        /// True if the contact has the item, or may have it (docs/selection.md, "Addresses").
        package var countsAsSent: Bool { self == .claimed || self == .accepted || self == .unknown }
    }

    /// One item of one message, in one state.
    package struct Entry: Sendable, Hashable {
        package var account: String
        /// The e-mail address that it went to.
        package var contact: String
        /// The id of a snippet, which may no longer exist.
        package var snippet: String
        package var revision: Int
        /// The month that the message was for.
        package var month: YearMonth
        package var state: State
        /// The day on which it got its state.
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
