import PlaybookCore
import PlaybookModel

/// Who gets what at an account in a month, and why.
package struct AccountSelection: Sendable {
    package let account: Account
    package let month: YearMonth
    /// Nil only if the month has no business day at all. The account is then not due.
    package let slot: CalendarDate?
    package let status: AccountStatus
    /// The gravest hold that is active on the slot; nil if none is.
    package let hold: Account.Hold.Kind?
    /// In the order of the account's file.
    package let contacts: [ContactSelection]
}

/// What a contact gets in a month, and why.
package struct ContactSelection: Sendable {
    package let contact: Account.Contact
    package let status: ContactStatus
    /// Why nobody may write to them; nil unless the status is `suppressed`.
    package let suppression: Suppressed?
    /// Nil if the slot is today or later, for a contact without a message, and if the touches have a digest to the contact in this month.
    package let timing: Timing?
    /// The items that went out; empty unless the status is `sent`.
    package let sent: [SentItem]
    /// Nil if nothing was selected: the contact is suppressed, sent to, capped or without a role, or the account is not due or held.
    package let gate: GateResult?
    /// All snippets of the library, in its order. Empty if `gate` is nil or if no explanation was requested.
    package let candidates: [Candidate]
    /// True if `recent_topic` can apply to items for the contact.
    let hasRecentTopics: Bool
    /// The chosen candidates, in the order in which the message shows them.
    package let chosen: [Candidate]
}

extension AccountSelection {
    /// The same without what only a manifest and an explanation show: points by name, and candidates. A month has very many of these.
    var summary: AccountSelection {
        AccountSelection(
            account: account, month: month, slot: slot, status: status, hold: hold,
            contacts: contacts.map { contact in
                ContactSelection(
                    contact: contact.contact, status: contact.status, suppression: contact.suppression,
                    timing: contact.timing, sent: contact.sent, gate: contact.gate, candidates: [],
                    hasRecentTopics: contact.hasRecentTopics, chosen: [])
            })
    }
}

/// What became of one snippet for one contact.
package struct Candidate: Sendable, Hashable {
    /// The snippet's index in the library's `snippets`.
    package let snippet: Int
    /// Whether it is in the message, was filtered out, or found no room.
    package internal(set) var verdict: Verdict
    /// Nil for a chosen candidate.
    package internal(set) var reason: Reason?
    /// The points that apply and are not 0, in the order of `PointName`; empty for a filtered candidate.
    package let points: [Award]
    package let total: Int
    /// True when `kpi_match` applies, even if it gives 0 points.
    let matchesKPI: Bool
    /// True when `worth` applies, even if it gives 0 points.
    let hasWorth: Bool

    /// Points for one circumstance.
    package struct Award: Sendable, Hashable {
        package let name: PointName
        package let points: Int
    }

    static func filtered(_ snippet: Int, _ reason: Reason) -> Candidate {
        Candidate(
            snippet: snippet, verdict: .filtered, reason: reason, points: [], total: 0, matchesKPI: false,
            hasWorth: false)
    }

    static func passed(_ snippet: Int, points: [Award], matchesKPI: Bool, hasWorth: Bool) -> Candidate {
        let total = points.reduce(0) { $0 + $1.points }
        return Candidate(
            snippet: snippet, verdict: .chosen, reason: nil, points: points, total: total, matchesKPI: matchesKPI,
            hasWorth: hasWorth)
    }
}
