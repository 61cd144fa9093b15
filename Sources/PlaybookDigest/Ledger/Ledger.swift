import PlaybookCore

/// What was sent to whom. A value: where it is kept is not its business.
public struct Ledger: Sendable {
    /// What became of an item of a message.
    public enum State: String, Sendable, CaseIterable {
        /// About to be handed over: it may have gone out.
        case claimed
        /// The mail server took it.
        case accepted
        /// The connection broke after the content had gone: it may have gone out.
        case unknown
        /// The mail server refused it: it did not go out.
        case failed

        /// True where the contact has the item, or may have it (selection.md, filter 15).
        public var countsAsSent: Bool { self != .failed }
    }

    /// One item of one message.
    public struct Entry: Sendable, Hashable {
        public var account: String
        /// The contact's e-mail address.
        public var contact: String
        /// The id of a snippet, which need not exist any more.
        public var snippet: String
        public var revision: Int
        /// The month that the message was for.
        public var month: YearMonth
        public var state: State

        public init(
            account: String, contact: String, snippet: String, revision: Int, month: YearMonth, state: State
        ) {
            self.account = account
            self.contact = contact
            self.snippet = snippet
            self.revision = revision
            self.month = month
            self.state = state
        }
    }

    /// In any order: selection does not depend on it.
    public let entries: [Entry]

    public init(entries: [Entry]) { self.entries = entries }

    /// The ledger of a team that has sent nothing yet.
    public static let empty = Ledger(entries: [])
}
