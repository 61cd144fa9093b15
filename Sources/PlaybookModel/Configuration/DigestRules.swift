/// `digest:` in playbook.yml. The defaults are those of selection.md.
package struct DigestRules: Sendable, Hashable {
    /// Which business day of the month the slot is.
    package var businessDay = 3
    /// The hour of the slot, 0 to 23, in the account's time zone.
    package var hour = 9
    package var maxItems = 5
    package var perKind = 2
    package var gate = Gate()
    package var points = Points()
    package var eventSoonDays = 30
    package var caps = Caps()
    package var catchUpDays = 7
    package var coolingBusinessDays = 5
    /// A reading of a month that is more than this many before the digest's says nothing about the present.
    package var staleMonths = 3
    package var survey = Survey()

    package init() {}

    /// What a message must have to exist.
    package struct Gate: Sendable, Hashable {
        package var items = 2
        package var kpiItems = 1
        package var points = 80

        package init() {}
    }

    /// What each circumstance is worth.
    package struct Points: Sendable, Hashable {
        package var namesAccount = 30
        package var answersRequest = 50
        package var kpiMatch = 40
        /// In place of `kpiMatch`, for a snippet with `worth`.
        package var worth = 30
        package var kpiOffTarget = 20
        package var productMatch = 20
        package var eventSoon = 15
        package var primaryRole = 10
        package var freshness = 10
        package var recentTopic = -15
        package var notForUs = -60

        package init() {}
    }

    /// The questions that messages ask.
    package struct Survey: Sendable, Hashable {
        /// The most in a quarter; 0 asks none.
        package var questions = 2
        /// No question within this many days of a survey to the contact.
        package var days = 60

        package init() {}
    }

    /// How much contact is too much.
    package struct Caps: Sendable, Hashable {
        package var contactDays = 21
        package var accountTouches = 4
        package var accountDays = 30

        package init() {}
    }
}
