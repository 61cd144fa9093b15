import PlaybookCore

extension Ledger {
    /// What a reader answered about an item, by one of its two reply links.
    package struct Answer: Sendable, Hashable {
        /// Which of the two links the reader used.
        package enum Kind: String, Sendable, CaseIterable {
            case useful
            case notForUs = "not_for_us"
        }

        /// The reader's e-mail address.
        package var contact: String
        /// The id of a snippet, which may no longer exist.
        package var snippet: String
        package var kind: Kind
        package var date: CalendarDate

        package init(contact: String, snippet: String, kind: Kind, date: CalendarDate) {
            self.contact = contact
            self.snippet = snippet
            self.kind = kind
            self.date = date
        }
    }
}
