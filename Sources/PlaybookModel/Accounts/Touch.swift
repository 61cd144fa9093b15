import PlaybookCore

/// Any contact with a customer, from `touches/*.csv`.
package struct Touch: Sendable, Hashable {
    package enum Channel: String, Sendable, CaseIterable { case digest, survey, email, call, visit, event }

    package var date: CalendarDate
    package var account: String
    /// The contact's e-mail address, or nil for the account as a whole.
    package var contact: String?
    package var channel: Channel
    package var note: String

    package init(date: CalendarDate, account: String, contact: String?, channel: Channel, note: String = "") {
        self.date = date
        self.account = account
        self.contact = contact
        self.channel = channel
        self.note = note
    }
}
