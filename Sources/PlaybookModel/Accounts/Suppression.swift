import PlaybookCore

/// An address that nobody may write to, from `suppressions.csv`. It holds in every account, whatever their files and exports say.
package struct Suppression: Sendable, Hashable {
    /// Why. Where several are known for one person, the first in this order is shown.
    package enum Reason: String, Sendable, CaseIterable {
        /// They marked a message as unwanted.
        case complained
        /// They asked for no more messages.
        case unsubscribed
        /// They no longer work there.
        case left
        /// Messages to the address come back.
        case bounced

        /// True where the person said that they want nothing: a new address does not change that.
        package var isTheirWish: Bool { self == .complained || self == .unsubscribed }
    }

    /// As it is written.
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
    /// Why nobody may write to the contact; nil for an active one.
    package var suppression: Suppression.Reason? {
        switch self {
        case .active: nil
        case .unsubscribed: .unsubscribed
        case .bounced: .bounced
        case .left: .left
        }
    }
}
