/// The status of an account in a month: the first that applies, in this order (docs/selection.md, section 2).
package enum AccountStatus: String, Sendable, CaseIterable {
    case notDue = "not_due"
    case recovery, held, due
}

/// The status of a contact in a month: the first that applies (docs/selection.md, section 3).
package enum ContactStatus: String, Sendable, CaseIterable {
    case suppressed
    case noRole = "no_role"
    /// The month's message has gone out already, or may have.
    case sent
    case contactCapped = "contact_capped"
    case accountCapped = "account_capped"
    case notDue = "not_due"
    case held, withheld, ready
}

/// What has become of a message that was not sent on its slot (docs/selection.md, "Late months").
package enum Timing: String, Sendable, CaseIterable {
    /// It can still go out.
    case late
    /// It can no longer go out.
    case missed
}

/// What became of a snippet for a contact.
package enum Verdict: String, Sendable, CaseIterable {
    case chosen, filtered
    case passedOver = "passed_over"
}

/// Why a snippet is not in a message. Up to `superseded`, in the order of the filters (docs/selection.md, section 4).
/// The last two are for snippets that passed all filters (section 6).
package enum Reason: String, Sendable, CaseIterable {
    case draft = "DRAFT"
    case notYet = "NOT_YET"
    case expired = "EXPIRED"
    case claimExpired = "CLAIM_EXPIRED"
    case otherAccount = "OTHER_ACCOUNT"
    case industry = "INDUSTRY"
    case region = "REGION"
    case stage = "STAGE"
    case language = "LANGUAGE"
    case product = "PRODUCT"
    case alreadyInstalled = "ALREADY_INSTALLED"
    case role = "ROLE"
    case incident = "INCIDENT"
    case missingField = "MISSING_FIELD"
    case seen = "SEEN"
    case declined = "DECLINED"
    case superseded = "SUPERSEDED"
    case noRoom = "NO_ROOM"
    case kindFull = "KIND_FULL"
}

/// What a snippet gets points for, in the order of docs/selection.md, section 5.
package enum PointName: String, Sendable, CaseIterable {
    case namesAccount = "names_account"
    case answersRequest = "answers_request"
    case kpiMatch = "kpi_match"
    case worth
    case kpiOffTarget = "kpi_off_target"
    case productMatch = "product_match"
    case eventSoon = "event_soon"
    case primaryRole = "primary_role"
    case freshness
    case recentTopic = "recent_topic"
    case notForUs = "not_for_us"
}
