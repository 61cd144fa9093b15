import PlaybookCore

extension Ledger {
    /// What a reader said about an item, by one of its two links.
    public struct Answer: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            case useful
            case notForUs = "not_for_us"
        }

        /// The reader's e-mail address.
        public var contact: String
        /// The id of a snippet, which need not exist any more.
        public var snippet: String
        public var kind: Kind
        public var date: CalendarDate

        public init(contact: String, snippet: String, kind: Kind, date: CalendarDate) {
            self.contact = contact
            self.snippet = snippet
            self.kind = kind
            self.date = date
        }
    }
}
