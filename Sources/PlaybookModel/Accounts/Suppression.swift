import PlaybookCore

/// An address that nobody may write to, from `suppressions.csv`. It applies to every account, whatever files and
/// exports say.
package struct Suppression: Sendable, Hashable {
    /// Why nobody may write to it. If there are several reasons for one person, the first in this order is shown.
    package enum Reason: String, Sendable, CaseIterable {
        /// They marked a message as unwanted.
        case complained
        /// They asked for no more messages.
        case unsubscribed
        /// They have left the account.
        case left
        /// Messages to the address come back.
        case bounced

        /// True if the person wants no mail. This still holds at a new address.
        package var isTheirWish: Bool { self == .complained || self == .unsubscribed }
    }

    /// As it is written in the file.
    package var address: String
    package var reason: Reason
    package var date: CalendarDate

    package init(address: String, reason: Reason, date: CalendarDate) {
        self.address = address
        self.reason = reason
        self.date = date
    }
}

extension Account.Contact.Status {
    /// The reason why nobody may write to a contact with this status; nil for an active one.
    package var suppression: Suppression.Reason? {
        switch self {
        case .active: nil
        case .unsubscribed: .unsubscribed
        case .bounced: .bounced
        case .left: .left
        }
    }
}
