import PlaybookCore
import PlaybookModel

extension ContactSelection {
    /// The contact's status as part of a sentence, such as `suppressed: bounced`.
    package var explanation: String {
        let word =
            switch status {
            case .contactCapped, .accountCapped: "capped"
            default: status.title
            }
        return word + (detail.map { ": " + $0 } ?? "")
    }

    /// What to say besides the status; nil if the status says everything.
    package var detail: String? {
        switch status {
        case .suppressed: suppression?.explanation ?? "nobody may write to them"
        case .noRole: "without a role, no content can be chosen for them"
        case .sent:
            "this month's message has gone out, or may have; "
                + sent.map { "\($0.snippet) (\($0.state.rawValue))" }.joined(separator: ", ")
        case .contactCapped: "they had a digest or a survey lately"
        case .accountCapped: "the account had enough contact lately"
        case .withheld: "not enough substance"
        case .notDue, .held, .ready: nil
        }
    }
}

extension Suppressed {
    /// The reason, and where it was found unless that is the account's own file, such as `unsubscribed (in
    /// suppressions.csv)`.
    package var explanation: String {
        switch source {
        case .ownAccount: reason.rawValue
        case .account(let id): "\(reason.rawValue) (at \(id))"
        case .file: "\(reason.rawValue) (in suppressions.csv)"
        case .ledger: "\(reason.rawValue) (in the ledger)"
        }
    }
}

extension Timing {
    /// The timing as part of a sentence, such as `late: a message can still go out until 2026-11-11`.
    ///
    /// - Parameter slot: the account's slot.
    package func explanation(slot: CalendarDate, rules: DigestRules) -> String {
        let last = slot.adding(days: rules.catchUpDays)
        return self == .late
            ? "late: a message can still go out until \(last)" : "missed: a message could go out until \(last)"
    }
}

extension Reason {
    /// The reason as part of a sentence.
    package var explanation: String {
        switch self {
        case .draft: "still a draft"
        case .notYet: "published after the slot"
        case .expired: "past its date"
        case .claimExpired: "its evidence is too old"
        case .otherAccount: "for other accounts"
        case .industry: "for other industries"
        case .region: "for other regions"
        case .stage: "for other stages"
        case .language: "in another language"
        case .product: "for products that they do not have"
        case .alreadyInstalled: "they run this version or a newer one"
        case .role: "for other roles"
        case .incident: "not about an incident of theirs"
        case .missingField: "a merge field has no value"
        case .seen: "they have it already"
        case .declined: "they said that it is not for them"
        case .superseded: "something newer takes its place"
        case .noRoom: "the message is full"
        case .kindFull: "enough of its kind"
        }
    }
}
